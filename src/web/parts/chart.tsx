import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ApiClient } from '../api/client.js';

const dark = matchMedia('(prefers-color-scheme: dark)');

/** A chart that the server draws, in the reader's light or dark theme. `description` says the same in words. */
export function Chart({
  api,
  chart,
  version,
  description,
}: {
  api: ApiClient;
  chart: 'budget' | 'spending';
  version: number;
  description: string;
}): JSX.Element | null {
  const [theme, setTheme] = useState(dark.matches ? 'dark' : 'light');
  const [source, setSource] = useState<string | null>(null);

  useEffect(() => {
    const follow = () => setTheme(dark.matches ? 'dark' : 'light');
    dark.addEventListener('change', follow);
    return () => dark.removeEventListener('change', follow);
  }, []);

  // A new version means new figures behind the same address.
  useEffect(() => {
    let current = true;
    let url: string | null = null;
    api.text(`/api/financial/charts/${chart}?theme=${theme}`).then(
      (svg) => {
        if (!current) return;
        url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
        setSource(url);
      },
      () => {
        if (current) setSource(null);
      },
    );
    return () => {
      current = false;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [api, chart, theme, version]);

  return source === null ? null : <img class="chart" src={source} alt={description} />;
}
