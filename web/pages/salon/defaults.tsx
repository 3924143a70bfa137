import { useAnswer } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { Select, type Option } from '../../parts/select.tsx';
import { useFaultOf, useForm } from './form.ts';

type DefaultName = 'defaultCampaignId' | 'defaultSourceId' | 'defaultSiteId';

/** The lists below the marker: campaigns (with a site, for the one that stands for none), or sources and sites. */
export function Defaults() {
  const { draft } = useForm();
  const said = useLateWords().salon.requests;
  const campaigns = useAnswer('GET /api/catalog/campaigns').data?.items;
  const sources = useAnswer('GET /api/catalog/sources').data?.items;
  const sites = useAnswer('GET /api/catalog/sites').data?.items;
  const siteOptions = sites?.map(({ id, domainName, state }) => entry(id, domainName, state !== 'disable', said.off));
  if (draft.attributeTo === 'source') {
    return (
      <div className="fields">
        <Choice
          name="defaultSourceId"
          list="sources"
          about={said.campaignAbout}
          options={sources?.map(({ id, name, state }) => entry(id, name, state === 'active', said.off))}
        />
        <Choice name="defaultSiteId" list="sites" about={said.siteAbout} options={siteOptions} />
      </div>
    );
  }
  return (
    <div className="fields">
      <Choice
        name="defaultCampaignId"
        list="campaigns"
        about={said.campaignAbout}
        options={campaigns?.map(({ id, name, status }) => entry(id, name, status === 'active', said.off))}
      />
      {draft.defaultCampaignId === '-1' && (
        <Choice name="defaultSiteId" list="sites" about={said.siteOfNone} options={siteOptions} />
      )}
    </div>
  );
}

interface Entry extends Option {
  isActive: boolean;
}

function entry(id: string, name: string, isActive: boolean, off: string): Entry {
  return { id, name, detail: isActive ? id : `${id}, ${off}`, isActive };
}

function Choice({
  name,
  list,
  options,
  about,
}: {
  name: DefaultName;
  list: string;
  options: Entry[] | undefined;
  about: string;
}) {
  const { fields, requests } = useLateWords().salon;
  const { draft, set, isReadOnly } = useForm();
  const fault = useFaultOf();
  const value = draft[name];
  // What is switched off cannot be chosen anew; what was chosen stays to be seen.
  const offered = options?.filter(({ id, isActive }) => isActive || id === value) ?? [];
  const isAbsent = options !== undefined && value !== '' && !offered.some(({ id }) => id === value);
  return (
    <div>
      <Select
        label={fields[name]}
        options={isAbsent ? [{ id: value, name: requests.absent(value) }, ...offered] : offered}
        value={value}
        onChange={(id) => {
          set({ [name]: id });
        }}
        about={about}
        error={fault(name)}
        isDisabled={isReadOnly}
        search
      />
      {options?.length === 0 && (
        <p className="about">
          {requests.emptyList} <Link to={`/catalog/${list}`}>{requests.toCatalog}</Link>
        </p>
      )}
    </div>
  );
}
