/**
 * The web app: built into `dist/web`, which the API serves from its own address. In development Vite serves it with
 * reload and passes everything else on to the API (`API_URL`, default http://localhost:4000).
 */
import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const api = process.env.API_URL ?? 'http://localhost:4000';
const served = ['/graphql', '/auth', '/files', '/basin', '/bulletins', '/media', '/giden-kutusu', '/denetim.csv'];

export default defineConfig({
  root: path('.'),
  resolve: {
    alias: {
      '@domain': path('../../libs/domain/src'),
      '@turkish': path('../../libs/turkish/src'),
      '@': path('./src'),
    },
  },
  plugins: [
    { ...optimizeLocales.vite({ locales: ['tr-TR', 'en-US'] }), enforce: 'pre' },
    react({ compiler: true }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      injectRegister: false,
      manifest: {
        name: 'Tek Ses',
        short_name: 'Tek Ses',
        description: 'Belediye basın birimlerinin ortak çalışma alanı',
        lang: 'tr',
        start_url: '/',
        display: 'standalone',
        background_color: '#ffffff',
        theme_color: '#16202b',
        icons: [
          { src: '/simge-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/simge-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/simge-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      injectManifest: { globPatterns: ['index.html', 'assets/*.{js,css,woff2}'], globIgnores: ['assets/editor-*'] },
    }),
  ],
  build: {
    outDir: path('../../dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    assetsInlineLimit: 0, // the policy of the page takes no data: fonts
    sourcemap: false,
    rolldownOptions: {
      // One "use client" line per file of the components; it means nothing here.
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
  },
  server: {
    port: 5173,
    proxy: {
      ...Object.fromEntries(served.map((prefix) => [prefix, { target: api, ws: prefix === '/graphql' }])),
      '/collab': { target: api, ws: true },
    },
  },
});
