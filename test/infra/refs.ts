type Node = string | { Ref: string } | { 'Fn::GetAtt': [string, string] } | { 'Fn::Join': [string, Node[]] };

/** A value of a template as people read it: `bookingsQueue/Queue.Arn`, with logical ids without their hash. */
export function readable(value: unknown): string {
  const node = value as Node;
  if (typeof node === 'string') return node;
  if ('Ref' in node) return short(node.Ref);
  if ('Fn::GetAtt' in node) return `${short(node['Fn::GetAtt'][0])}.${node['Fn::GetAtt'][1]}`;
  const [separator, parts] = node['Fn::Join'];
  return parts.map(readable).join(separator);
}

function short(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '');
}
