import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { maskedAnswer } from '../../lib/flow/admin/masked-answer.ts';
import { dealAnswerSchema, dealFields } from '../../lib/model/deal.ts';
import { personalSchema, type RecordFields } from '../../lib/model/record-fields.ts';
import { requestAnswerSchema, requestFields } from '../../lib/model/request.ts';

describe('a masked answer', () => {
  it.each<[string, RecordFields, { entries: Record<string, v.GenericSchema> }]>([
    ['requests', requestFields, requestAnswerSchema.options[0]],
    ['deals', dealFields, dealAnswerSchema],
  ])('hides every field of %s that is personal, as stored or as worked out', (_which, fields, { entries }) => {
    const shown = Object.keys(entries).filter((name) => name in fields);
    const personal = Object.entries(fields).flatMap(([name, field]) => (field.personal ? [name] : []));
    const hidden = shown.filter((name) => {
      const text = JSON.stringify(maskedAnswer(v.object({ [name]: entries[name]! }), { [name]: 'МЕТКА' }));
      return !text.includes('МЕТКА');
    });
    expect(hidden).toEqual(shown.filter((name) => personal.includes(name)));
    expect(hidden.length).toBeGreaterThan(2);
  });

  it('is masked in lists, records, optional parts and the option that fits; what is said by no schema is left out', () => {
    const text = personalSchema(v.string());
    const schema = v.object({
      list: v.array(v.object({ text, id: v.string() })),
      record: v.record(v.string(), text),
      optional: v.optional(v.nullable(text)),
      union: v.union([v.object({ one: text }), v.object({ other: v.string() })]),
      open: v.unknown(),
    });
    const value = {
      list: [{ text: 'Анна', id: 'Анна' }],
      record: { a: 'Анна' },
      optional: 'Анна',
      union: { other: 'Анна' },
      open: { any: 'Анна' },
      besides: 'Анна',
    };
    expect(maskedAnswer(schema, value)).toEqual({
      list: [{ text: 'А•••', id: 'Анна' }],
      record: { a: 'А•••' },
      optional: 'А•••',
      union: { other: 'Анна' },
    });
  });
});
