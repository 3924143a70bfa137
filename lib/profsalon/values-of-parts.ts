import type { Json } from '../model/json.ts';
import { fieldsOf, find, findAll, isBlank, isEmpty, itemsOf, partOf, type Fields, type Found } from './fields.ts';
import type { Shape } from './names.ts';
import type { Warn } from './notes.ts';

/** Objects and lists inside an object; what is neither, and not empty, is warned. */
export function partValues(warn: Warn) {
  function fieldsIn({ value, path }: Found): Fields {
    if (!holdsFields(value)) warn(path, 'not_an_object');
    return fieldsOf(value, path);
  }

  /** The fields of a part, inside and flat. */
  function part(fields: Fields, names: readonly string[], shape: Shape): Fields {
    findAll(fields, names).forEach(fieldsIn);
    return partOf(fields, names, shape);
  }

  /** The elements of a list, the first so many; undefined when none was said. */
  function items(fields: Fields, names: readonly string[], length = Infinity): Found[] | undefined {
    const found = find(fields, names);
    if (!found) return undefined;
    const all = itemsOf(found);
    if (!all && !isBlank(found.value)) warn(found.path, 'not_a_list');
    if (all && all.length > length) warn(found.path, 'too_many');
    return all?.slice(0, length);
  }

  return { fieldsIn, part, items };
}

/** An object, or nothing: PHP writes an empty object as `[]`. */
function holdsFields(value: Json): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isEmpty(value) || typeof value === 'object';
}
