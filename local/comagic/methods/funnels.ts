import type { HeldFunnel } from '../held.ts';
import { changed, named, needed, optionalText as text, type Acting, type StandInMethod } from '../method.ts';
import { numberIn, objectIn, objectsIn, textIn, type Given } from '../parameters.ts';
import { Refusal } from '../refusal.ts';

const component = 'sales_funnel';
const order = { type: 'number', most: 10_000 } as const;
const final = { type: 'object', required: true, of: named } as const;
const stages = {
  success: final,
  failed: final,
  in_process: { type: 'objects', required: true, most: 100, of: { ...named, order: { ...order, required: true } } },
} as const;

const createFunnel: StandInMethod = {
  component,
  parameters: { ...named, stages: { type: 'object', required: true, of: stages } },
  act: (given, { held }) => {
    const extId = textIn(given, 'ext_id');
    const said = objectIn(given, 'stages');
    const inProcess = objectsIn(said, 'in_process');
    if (inProcess.length === 0) throw new Refusal('invalid_parameter_value', 'stages.in_process');
    const all = [
      ...inProcess.map((stage) => ({ stage, status: 'in_process' as const, order: numberIn(stage, 'order') ?? 0 })),
      { stage: objectIn(said, 'success'), status: 'success' as const, order: 10_010 },
      { stage: objectIn(said, 'failed'), status: 'failed' as const, order: 10_020 },
    ];
    if (held.funnels.has(extId)) throw new Refusal('duplicate_entity', 'ext_id', extId);
    const made: HeldFunnel['stages'] = new Map();
    for (const { stage, status, order: place } of all) {
      const stageId = textIn(stage, 'ext_id');
      if (made.has(stageId)) throw new Refusal('duplicate_entity', 'stages.ext_id', stageId);
      made.set(stageId, { name: textIn(stage, 'name'), status, order: place });
    }
    held.funnels.set(extId, { name: textIn(given, 'name'), stages: made });
    return { data: { ext_id: extId } };
  },
};

function funnelIn({ held }: Acting, given: Given, name: string): HeldFunnel {
  const found = held.funnels.get(textIn(given, name));
  if (found === undefined) throw new Refusal('entity_not_found', name, given[name]);
  return found;
}

export const funnelMethods = {
  'create.sales_funnel': createFunnel,
  'update.sales_funnel': {
    component,
    parameters: named,
    act: (given, acting) => {
      funnelIn(acting, given, 'ext_id').name = textIn(given, 'name');
      return changed;
    },
  },
  'create.sales_funnel_stages': {
    component,
    parameters: { ...named, sales_funnel_ext_id: needed, order: { ...order, required: true } },
    act: (given, acting) => {
      const funnel = funnelIn(acting, given, 'sales_funnel_ext_id');
      const extId = textIn(given, 'ext_id');
      if (funnel.stages.has(extId)) throw new Refusal('duplicate_entity', 'ext_id', extId);
      funnel.stages.set(extId, {
        name: textIn(given, 'name'),
        status: 'in_process',
        order: numberIn(given, 'order') ?? 0,
      });
      return { data: { ext_id: extId } };
    },
  },
  'update.sales_funnel_stages': {
    component,
    parameters: { sales_funnel_ext_id: needed, ext_id: needed, name: text, order },
    act: (given, acting) => {
      const extId = textIn(given, 'ext_id');
      const stage = funnelIn(acting, given, 'sales_funnel_ext_id').stages.get(extId);
      if (stage === undefined) throw new Refusal('entity_not_found', 'ext_id', extId);
      const place = numberIn(given, 'order');
      if (place !== undefined && stage.status !== 'in_process')
        throw new Refusal('invalid_parameters_combination', 'order', place);
      stage.name = given['name'] === undefined ? stage.name : textIn(given, 'name');
      stage.order = place ?? stage.order;
      return changed;
    },
  },
} as const satisfies Record<string, StandInMethod>;
