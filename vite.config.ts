import { defineConfig } from 'vite';

// The client: no plugins, no inlined assets (the content security policy allows 'self' only).
export default defineConfig({
  root: 'client',
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'chrome90',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Scoring is pure: what a page does not call of it stays out.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !id.includes('/scoring/') } },
  },
  css: { transformer: 'lightningcss', lightningcss: { targets: { chrome: 90 << 16 } } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
