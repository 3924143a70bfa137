const page = `<!doctype html>
<html lang="ru">
<head><meta charset="utf-8"><title>ProfSalon → CoMagic</title></head>
<body><h1>Кабинет скоро появится</h1><p>Приём заявок и сделок из ПрофСалона уже работает.</p></body>
</html>
`;

/**
 * Code of a CloudFront function that answers the page which stands in for the cabinet. At the edge and not in the
 * bucket: a file there would want a function with rights to write it, for a page that goes away.
 */
export function placeholderCode(): string {
  const response = {
    statusCode: 200,
    statusDescription: 'OK',
    headers: {
      'content-type': { value: 'text/html; charset=utf-8' },
      'cache-control': { value: 'no-store' },
    },
    body: page,
  };
  return `function handler() { return ${JSON.stringify(response)}; }`;
}
