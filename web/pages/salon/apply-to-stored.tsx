import type { Body } from '../../api/client.ts';
import { Button } from '../../parts/button.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Notice } from '../../parts/notice.tsx';
import { useFailure } from '../../parts/states.tsx';
import { useAskForJob } from '../problems/help.ts';
import type { Salon } from './draft.ts';

export type Choices = Extract<Body<'POST /api/jobs'>, { what: 'rechoose' }>['choices'];

const ofDefault = ['attributeTo', 'defaultCampaignId', 'defaultSourceId', 'defaultSiteId'] as const;

/** What a save has chosen anew that stored records do not follow by themselves; undefined: nothing. */
export function choicesBetween(before: Salon, after: Salon): Choices | undefined {
  const isNewDefault = ofDefault.some((name) => before[name] !== after[name]);
  const defaults = ofDefault.flatMap((name) => (after[name] === undefined ? [] : [[name, after[name]] as const]));
  const choices: Choices = {
    ...(before.requestsFrom === after.requestsFrom ? {} : { requestsFrom: after.requestsFrom }),
    ...(before.useDefaultPipeline === after.useDefaultPipeline ? {} : { useDefaultPipeline: after.useDefaultPipeline }),
    ...(isNewDefault ? Object.fromEntries(defaults) : {}),
  };
  return Object.keys(choices).length > 0 ? choices : undefined;
}

/** After a save: offers the job that gives stored records the new choice. */
export function ApplyToStored({ salon, choices }: { salon: string; choices: Choices }) {
  const { preview } = useLateWords();
  const failure = useFailure();
  const { ask, isPending, error } = useAskForJob();
  return (
    <Notice tone="calm">
      <p>{preview.saved}</p>
      <div>
        <Button
          isDisabled={isPending}
          onPress={() => {
            ask({ what: 'rechoose', salon, choices });
          }}
        >
          {preview.apply}
        </Button>
      </div>
      {error !== null && <p className="error">{failure(error)}</p>}
    </Notice>
  );
}
