import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { build } from 'vite';

/** Bundles the page that stands in `root` into `outDir` (relative to it). */
export async function bundle(root: string, outDir: string): Promise<void> {
  // Under another word the page would be React's for development, whoever builds it.
  process.env['NODE_ENV'] = 'production';
  await build({
    configFile: false,
    root,
    // The component libraries mark their files for servers of React, which says nothing to a bundler of pages.
    logLevel: 'error',
    plugins: [{ ...optimizeLocales.vite({ locales: ['ru-RU', 'en-US'] }), enforce: 'pre' }],
    build: {
      outDir,
      target: 'es2023',
      // Fonts and pictures stay files: the security policy takes no `data:` fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  });
}
