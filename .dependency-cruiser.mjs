/**
 * The import table of docs/decisions/0001-the-house.md, made executable. Each rule's comment speaks to
 * whoever broke it: it says where the code belongs instead.
 */
const only = (name, from, allowed, comment, { nodeToo = false } = {}) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { pathNot: allowed, ...(nodeToo && { dependencyTypesNot: ['core'] }) },
});

const npm = (...packages) => packages.map((name) => `node_modules/${name}/`);

export default {
  forbidden: [
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      comment:
        'This import resolves to nothing, so no other rule can see it. Fix the path or install the package.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Two modules import each other. Move what both need into a third one.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only(
      'domain-is-pure',
      '^src/domain/',
      ['^src/domain/', ...npm('dinero\\.js', 'temporal-polyfill', 'temporal-spec')],
      'The domain holds pure rules: no I/O, no SDK. Read outside in core, and pass the values in.',
    ),
    only(
      'documents-are-pure',
      '^src/documents/',
      ['^src/documents/', '^src/domain/', ...npm('temporal-polyfill', 'temporal-spec', 'zod')],
      'Document reading is pure: bytes, OCR and the model come in through src/documents/ports.',
    ),
    only(
      'core-knows-no-edge',
      '^src/core/',
      [
        '^src/(core|domain|documents)/',
        ...npm(
          'zod',
          'temporal-polyfill',
          'temporal-spec',
          'compromise',
          'compromise-dates',
          'unified',
          'remark-.*',
          'mdast.*',
          '@types/mdast',
          'micromark.*',
        ),
        '^(node:)?(crypto|events|util|timers|timers/promises|stream|buffer|async_hooks)$',
      ],
      'The core talks to the outside through src/core/ports only. Put the SDK behind a port in src/infrastructure or adapters.',
    ),
    only(
      'adapters-stay-apart',
      '^adapters/([^/]+)/',
      ['^src/(core|domain)/', '^adapters/$1/', '^adapters/shared/', '^node_modules/'],
      'An adapter imports the core, the domain, adapters/shared and its own SDK; never another adapter, the API or infrastructure.',
      { nodeToo: true },
    ),
    only(
      'infrastructure-serves-ports',
      '^src/infrastructure/',
      [
        '^src/infrastructure/',
        '^src/core/ports/',
        '^src/documents/',
        '^src/domain/',
        '^prisma/',
        '^node_modules/',
      ],
      'Infrastructure makes ports real: it imports core/ports, the documents library, the domain and its SDK, never a use case or the API.',
      { nodeToo: true },
    ),
    only(
      'api-uses-the-core',
      '^src/api/',
      [
        '^src/(api|core|domain)/',
        ...npm(
          'express',
          '@types/.*',
          'zod',
          'zod-openapi',
          'helmet',
          'cors',
          'busboy',
          'ws',
          'rate-limiter-flexible',
          'prom-client',
          'pino',
        ),
      ],
      'The API imports the core, the domain, express and zod. What needs an SDK belongs behind a port in src/infrastructure.',
      { nodeToo: true },
    ),
    only(
      'web-is-a-client',
      '^src/web/',
      ['^src/web/', ...npm('preact', 'eventsource-parser', 'remark-.*', 'unified', 'mdast.*', 'micromark.*')],
      'The page is a client of the public API like any other: it imports nothing from the server.',
    ),
    {
      name: 'nobody-imports-main',
      severity: 'error',
      comment:
        'main.ts composes everything and is imported by nobody. Move what you need into a module of its own.',
      from: { path: '^(src|adapters)/' },
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'config-stays-at-the-root',
      severity: 'error',
      comment: 'Only the composition root and the commands read configuration; pass the values in.',
      from: { path: '^(src|adapters)/', pathNot: '^src/(main\\.ts|config/|commands/|composition/)' },
      to: { path: '^src/config/' },
    },
    {
      name: 'generator-knows-no-parser',
      severity: 'error',
      comment: 'The generator of test documents must not share assumptions with the parser it judges.',
      from: { path: '^test/support/documents/' },
      to: { path: '^src/documents/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: ['^dist/', 'src/infrastructure/postgres/generated'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
