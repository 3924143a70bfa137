declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** Times in milliseconds; without `path` the data lives in memory. */
  export default function dynalite(options: { path?: string; createTableMs?: number }): Server;
}
