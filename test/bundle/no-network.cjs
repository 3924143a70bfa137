// Required into a function's process: what goes to AWS over TLS goes to the port STUB_PORT of this machine instead.
const http = module.require('node:http');
const https = module.require('node:https');

https.request = (options, ...rest) => {
  const here = { agent: undefined, protocol: 'http:', host: '127.0.0.1', port: process.env['STUB_PORT'] };
  return http.request({ ...options, ...here }, ...rest);
};
