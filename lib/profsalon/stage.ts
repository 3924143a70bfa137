import type { StageSaid } from '../model/reading.ts';
import type { Named, StageType } from '../model/words.ts';
import type { Fields } from './fields.ts';
import { objectNames, partNames } from './names.ts';
import { saying } from './people.ts';
import type { Values } from './values.ts';

export function pipelineOf(object: Fields, { part, id, text }: Values): Named | undefined {
  const fields = part(object, objectNames.pipeline, partNames.pipeline);
  return saying({ id: id(fields, partNames.pipeline.id), name: text(fields, partNames.pipeline.name) });
}

export function stageOf(object: Fields, values: Values): StageSaid | undefined {
  const { id, read, part } = values;
  const said = stageIn(part(object, objectNames.stage, partNames.stage), values);
  return saying({
    ...said,
    id: said.id ?? id(object, objectNames.stageId),
    type: said.type ?? read(object, objectNames.stageType, 'unknown_type', typeOf),
  });
}

export function previousStageOf(object: Fields, values: Values): StageSaid | undefined {
  return saying(stageIn(values.part(object, objectNames.previousStage, partNames.stage), values));
}

function stageIn(fields: Fields, { id, text, read, whole }: Values) {
  const names = partNames.stage;
  return {
    id: id(fields, names.id),
    name: text(fields, names.name),
    type: read(fields, names.type, 'unknown_type', typeOf),
    order: whole(fields, names.order),
  };
}

/** CoMagic's own words, and Bitrix24's semantics. */
const types: Readonly<Record<string, StageType>> = {
  in_process: 'in_process',
  p: 'in_process',
  success: 'success',
  s: 'success',
  failed: 'failed',
  f: 'failed',
};

function typeOf(text: string): StageType | undefined {
  const type = text.toLowerCase();
  return Object.hasOwn(types, type) ? types[type] : undefined;
}
