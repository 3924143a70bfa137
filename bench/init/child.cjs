// Loads a bundle and calls its handler once, as the first request of a fresh Lambda does; writes
// {"loadMs", "callMs", "answer"}. Plain JavaScript, so that no time goes into stripping types.
const [, , file, event] = process.argv;

async function firstCall() {
  const begin = performance.now();
  const { handler } = module.require(file);
  const loaded = performance.now();
  const answer = await handler(JSON.parse(event), { getRemainingTimeInMillis: () => 10_000 });
  return { loadMs: loaded - begin, callMs: performance.now() - loaded, answer };
}

firstCall().then(
  // Kept connections would hold the process.
  (result) => process.stderr.write(JSON.stringify(result), () => process.exit(0)),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
