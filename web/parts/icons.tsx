const paths = {
  salons:
    'M3 9.5 4.5 4h11L17 9.5M4 9.5V16h12V9.5M8 16v-4h4v4M3 9.5a2.3 2.3 0 0 0 4.6 0 2.4 2.4 0 0 0 4.8 0 2.3 2.3 0 0 0 4.6 0',
  catalog: 'M4 5h12M4 10h12M4 15h8',
  members:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.5 16.5c.4-3 2.3-4.5 5-4.5s4.6 1.5 5 4.5M13 9.3a2.6 2.6 0 1 0-.6-5.2M14.5 12.3c1.7.6 2.7 2 3 4.2',
  chevron: 'm5 7.5 5 5 5-5',
  close: 'm5 5 10 10M15 5 5 15',
  plus: 'M10 4v12M4 10h12',
  check: 'm4.5 10.5 3.8 3.8L15.5 6.5',
  copy: 'M7.5 7.5V4.5a1 1 0 0 1 1-1h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-3M4.5 7.5h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Z',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4',
  trash: 'M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6',
  user: 'M10 10a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 10 10ZM4 16.5c.6-2.9 2.8-4.2 6-4.2s5.4 1.3 6 4.2',
  light:
    'M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M15.7 4.3l-1.1 1.1M5.4 14.6l-1.1 1.1',
  dark: 'M16.5 11.8A6.8 6.8 0 0 1 8.2 3.5a6.8 6.8 0 1 0 8.3 8.3Z',
  system: 'M3 4.5h14v9H3v-9ZM7.5 16.5h5M10 13.5v3',
  rotate: 'M16 8.5A6.2 6.2 0 0 0 4.6 7M4 11.5A6.2 6.2 0 0 0 15.4 13M4.3 3.8V7h3.2M15.7 16.2V13h-3.2',
  problems: 'M10 3.5 17.5 16h-15L10 3.5ZM10 8.5v3.5M10 14v.1',
  journal: 'M5 3.5h10v13H5v-13ZM7.5 7h5M7.5 10h5M7.5 13h3',
  jobs: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6.5V10l2.5 1.5',
  overview: 'M4 16V9M8 16V4M12 16v-5M16 16V7',
  requests: 'M3 5h14v8H9l-4 3.5V13H3Z',
  deals: 'M3 6h14v9H3ZM7 6V4h6v2',
  pipelines: 'M3 4h14l-5 6v6l-4-2v-4Z',
  reconcile: 'M3 7h11l-3-3M17 13H6l3 3',
  contacts:
    'M5 3.5h11v13H5ZM3.5 7H6M3.5 13H6M10.5 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM7.8 14c.3-1.700 1.300-2.500 2.700-2.500s2.400.8 2.700 2.500',
  managers: 'M10 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 16.500c.6-3 2.800-4.500 6-4.500s5.400 1.500 6 4.500M10 12v2.500',
  audit: 'M4.500 6.500A6.500 6.500 0 1 1 3.500 10M3.800 3.500v3.200H7M10 6.500V10l2.500 1.500',
  accounts: 'M3.500 16.500v-10l6.500-3 6.500 3v10M3 16.500h14M8 16.500v-4h4v4M7 9h.1M10 9h.1M13 9h.1',
  edit: 'm4 16 .8-3.500L13 4.300l2.700 2.700-8.200 8.200L4 16ZM11.500 5.800l2.700 2.700',
  connection: 'M3 10h8M8 6.5 11.500 10 8 13.500M11 3.500h5.500v13H11',
  mail: 'M3 5.5h14v9.5H3V5.5Zm0 .5 7 5.2L17 6',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing of 20 by 20 in the colour of the text; what it means is said in words beside it. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
