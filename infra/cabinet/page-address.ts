import { assetsPath, pageFile } from '../../lib/model/page-files.ts';

/**
 * Code of a CloudFront function that leads every address but an asset's to the page, which then reads the address
 * itself: links into the cabinet open. By the path alone, for ids of records hold dots.
 */
export function pageAddressCode(): string {
  return `function handler(event) {
  var request = event.request;
  if (!request.uri.startsWith('${assetsPath}')) request.uri = '/${pageFile}';
  return request;
}`;
}
