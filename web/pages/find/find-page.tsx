import { useState } from 'react';
import { CallError } from '../../api/client.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useReveal } from '../../parts/reveal.tsx';
import { Skeleton, useFailure } from '../../parts/states.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { FoundAnswer } from './found-answer.tsx';
import { useFind, type Asked, type Found } from './use-find.ts';

/** One box that takes anything, and answers where it is. What is typed stays in this page's memory. */
export function FindPage() {
  const { find } = useLateWords();
  const failure = useFailure();
  const [text, setText] = useState('');
  const search = useFind();
  // Stays while the same is asked more narrowly.
  const [found, setFound] = useState<Found>();
  const ask = (asked: Asked) => {
    search.mutate(asked, { onSuccess: setFound });
  };
  const reveal = useReveal((query) => {
    if (search.variables !== undefined) ask({ ...search.variables, query });
  });
  const isInvalid = search.error instanceof CallError && search.error.code === 'invalid_request';
  return (
    <>
      <PageHead title={find.title} about={find.about} />
      <form
        className="find"
        role="search"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '' || search.isPending) return;
          setFound(undefined);
          ask({ text, query: reveal.query });
        }}
      >
        <TextField label={find.label} value={text} onChange={setText} placeholder={find.placeholder} />
        <Button look="main" type="submit" isDisabled={search.isPending}>
          <Icon name="search" size={16} />
          {search.isPending ? find.finding : find.find}
        </Button>
      </form>
      {search.isPending && found === undefined && <Skeleton rows={3} height={64} />}
      {search.isError && <Notice tone="bad">{isInvalid ? find.invalid : failure(search.error)}</Notice>}
      {found !== undefined && found.nothing === undefined && reveal.button}
      {found !== undefined && (
        <FoundAnswer
          found={found}
          onNarrow={(narrowed) => {
            if (text.trim() !== '') ask({ text, query: reveal.query, ...narrowed });
          }}
        />
      )}
    </>
  );
}
