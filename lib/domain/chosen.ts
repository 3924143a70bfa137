import type { ChoiceAct, DealChoice, RequestChoice } from '../model/event-set.ts';
import type { NewChoices } from '../model/job.ts';
import { present } from '../model/present.ts';

/** A request's choice with what people have chosen since. A default is changed as a whole. */
export function requestChosen(choice: RequestChoice, chosen: NewChoices = {}): RequestChoice {
  const { requestsFrom = choice.requestsFrom, attributeTo } = chosen;
  if (attributeTo === undefined) return { ...choice, requestsFrom };
  const { defaultCampaignId, defaultSourceId, defaultSiteId } = chosen;
  const { version, currency } = choice;
  return present({ version, currency, requestsFrom, attributeTo, defaultCampaignId, defaultSourceId, defaultSiteId });
}

export function dealChosen(choice: DealChoice, chosen: NewChoices = {}): DealChoice {
  const { useDefaultPipeline = choice.useDefaultPipeline } = chosen;
  return { ...choice, useDefaultPipeline };
}

/** Several acts made one: of each choice the latest. */
export function choicesTogether(acts: readonly ChoiceAct[] = []): NewChoices {
  const inOrder = acts.toSorted((a, b) => a.number - b.number).map(({ choices }) => choices);
  return inOrder.reduce<NewChoices>((all, next) => {
    if (next.attributeTo === undefined) return { ...all, ...next };
    const { defaultCampaignId, defaultSourceId, defaultSiteId, ...rest } = all;
    return { ...rest, ...next };
  }, {});
}
