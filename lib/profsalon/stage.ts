import { saying } from '../model/present.ts';
import type { StageSaid } from '../model/reading.ts';
import type { Named, StageType } from '../model/words.ts';
import type { Fields } from '../reading/fields.ts';
import type { Names } from '../reading/folded-name.ts';
import { namesByShape } from '../reading/shapes.ts';
import type { Values } from '../reading/values.ts';
import { objectNames, partNames } from './names.ts';

/** Something that has an id and a name, inside or flat; a word alone is its name, digits are its id. */
export function namedIn(object: Fields, names: Names, { part, id, text }: Values): Named | undefined {
  const shape = partNames.staff;
  const fields = part(object, names, namesByShape(shape));
  return saying({ id: id(fields, shape.id), name: text(fields, shape.name) });
}

export function stageOf(object: Fields, values: Values): StageSaid | undefined {
  const { id, read } = values;
  const said = stageIn(object, objectNames.stage, values);
  return saying({
    ...said,
    id: said.id ?? id(object, objectNames.stageId),
    type: said.type ?? read(object, objectNames.stageType, 'unknown_type', typeOf),
  });
}

export function previousStageOf(object: Fields, values: Values): StageSaid | undefined {
  return saying(stageIn(object, objectNames.previousStage, values));
}

function stageIn(object: Fields, stage: Names, { part, id, text, read, whole }: Values) {
  const names = partNames.stage;
  const fields = part(object, stage, namesByShape(names));
  return {
    id: id(fields, names.id),
    name: text(fields, names.name),
    type: read(fields, names.type, 'unknown_type', typeOf),
    order: whole(fields, names.order),
  };
}

/** CoMagic's own words, and Bitrix24's semantics. */
const types = new Map<string, StageType>([
  ['in_process', 'in_process'],
  ['p', 'in_process'],
  ['success', 'success'],
  ['s', 'success'],
  ['failed', 'failed'],
  ['f', 'failed'],
]);

function typeOf(text: string): StageType | undefined {
  return types.get(text.toLowerCase());
}
