import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const apiPort = process.env.OPENUM_API_PORT ?? '8080';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2024', sourcemap: true },
  // What ends in .ts is a module of web/api, which this server gives itself.
  server: { port: 5173, proxy: { '^/api/(?![^?]*\\.tsx?(?:\\?|$))': `http://127.0.0.1:${apiPort}` } },
});
