import type { FunnelRow } from '../model/data-api.ts';
import type { PipelineRecord } from '../model/shown.ts';

/** A funnel wants a stage in process, though none was named yet. */
const firstStage = { id: 'first', name: 'Новая' } as const;

/** Of a stage: unique in the account, as one salon's stages may stand in two funnels. */
export function stageExtId(pipeline: Pick<PipelineRecord, 'id'>, stageId: string): string {
  return `${pipeline.id}/${stageId}`;
}

/** A pipeline as `create.sales_funnel` takes it; its stages in process in steps of 10. */
export function funnelRow(pipeline: PipelineRecord): FunnelRow {
  const named = (type: 'success' | 'failed') => ({
    ext_id: stageExtId(pipeline, type),
    name: pipeline.stages.find((stage) => stage.type === type)?.name ?? type,
  });
  return {
    ext_id: pipeline.id,
    name: pipeline.name,
    stages: { success: named('success'), failed: named('failed'), in_process: inProcess(pipeline) },
  };
}

/** Most that a funnel may have. */
const mostStages = 100;

function inProcess(pipeline: PipelineRecord) {
  const stages = pipeline.stages.filter(({ type }) => type === 'in_process').slice(0, mostStages);
  const all = stages.length === 0 ? [firstStage] : stages;
  return all.map(({ id, name }, at) => ({ ext_id: stageExtId(pipeline, id), name, order: (at + 1) * 10 }));
}
