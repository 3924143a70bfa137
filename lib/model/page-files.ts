/** The page itself: every address that is none of an asset's is its own, since record ids may hold dots. */
export const pageFile = 'index.html';

/** Where the built files lie, each under a name that its content gives it. */
export const assetsPath = '/assets/';

export const extensionForm = /\.([a-z0-9]+)$/;

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

export interface FileHeaders {
  contentType: string;
  cacheControl: string;
}

/** How a built file is served. Throws an Error for a kind of file that the page has not had so far. */
export function fileHeaders(path: string): FileHeaders {
  const contentType = types[extensionForm.exec(path)?.[1] ?? ''];
  if (contentType === undefined) throw new Error(`no type is known of ${path}`);
  return {
    contentType,
    cacheControl: path === pageFile ? 'no-cache' : 'public, max-age=31536000, immutable',
  };
}
