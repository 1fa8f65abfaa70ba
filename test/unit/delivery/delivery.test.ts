import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { configRows } from '../../../src/config/table.js';
import { repositoryPath } from '../../support/repository-path.js';

const read = (path: string) => readFileSync(repositoryPath(path), 'utf8');
const variables = new Set(configRows().map((row) => row.name));
const scripts = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json'))).scripts;

/** The source that a built file comes from. */
function sourceOf(built: string): string {
  return built.replace(/^dist\//, '').replace(/\.js$/, '.ts');
}

describe('the Dockerfile', () => {
  const lines = read('Dockerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'));
  const instructions = lines.map((line) => {
    const [name = '', ...rest] = line.split(/\s+/);
    return { name, rest: rest.join(' ') };
  });
  const all = (name: string) => instructions.filter((each) => each.name === name).map((each) => each.rest);

  test('builds in stages and runs as an ordinary user', () => {
    expect(all('FROM')).toHaveLength(2);
    expect(all('USER').at(-1)).toBe('node');
    const order = instructions.map((each) => each.name);
    expect(order.lastIndexOf('USER')).toBeLessThan(order.indexOf('CMD'));
  });

  test('copies and runs what exists', () => {
    const copied = all('COPY').filter((copy) => !copy.includes('--from='));
    const sources = copied.flatMap((copy) => copy.split(/\s+/).slice(0, -1)).filter((path) => path !== '.');
    expect(sources.length).toBeGreaterThan(0);
    for (const path of sources) expect([path, existsSync(repositoryPath(path))]).toEqual([path, true]);
    const run = all('RUN').join(' && ');
    for (const [, script] of run.matchAll(/npm run (\S+)/g)) expect(Object.keys(scripts)).toContain(script);
    for (const [, path] of run.matchAll(/node (\S+\.mjs)/g)) {
      expect([path, existsSync(repositoryPath(path ?? ''))]).toEqual([path, true]);
    }
    const [command] = all('CMD');
    const file =
      z
        .array(z.string())
        .parse(JSON.parse(command ?? '[]'))
        .at(-1) ?? '';
    expect([file, existsSync(repositoryPath(sourceOf(file)))]).toEqual([file, true]);
  });

  test('sets variables that the product knows', () => {
    const names = [
      ...all('ENV')
        .join(' ')
        .matchAll(/([A-Z_]+)=/g),
    ].map(([, name]) => name ?? '');
    expect(names).toEqual(expect.arrayContaining(['NODE_ENV', 'HOST', 'PORT', 'DATA_DIR']));
    // The C library's own: fewer pools of freed memory.
    const others = names.filter((name) => !variables.has(name));
    expect(others).toEqual(['MALLOC_ARENA_MAX']);
  });

  test('says how its health is seen, by a command that Node can read', () => {
    const check = instructions.find((each) => each.name === 'HEALTHCHECK')?.rest ?? '';
    const command = z.array(z.string()).parse(JSON.parse(/CMD (\[.*\])/.exec(check)?.[1] ?? '[]'));
    expect(command.slice(0, 2)).toEqual(['node', '-e']);
    expect(() => new Function(command[2] ?? '(')).not.toThrow();
    expect(command[2]).toContain('/api/health');
  });

  test('leaves out of the image what is secret or heavy, and nothing that the build needs', () => {
    const ignored = read('.dockerignore').split('\n').filter(Boolean);
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.data', '.env*', 'node_modules', 'dist']));
    for (const needed of [
      'src',
      'adapters',
      'prisma',
      'scripts',
      'package.json',
      'test/support',
      'test/bench',
    ]) {
      expect(ignored).not.toContain(needed);
    }
  });
});

describe('docker-compose.yml', () => {
  const document = parseDocument(read('docker-compose.yml'));
  const service = z.looseObject({
    image: z.string(),
    ports: z.array(z.string()).optional(),
    environment: z.record(z.string(), z.string()),
    volumes: z.array(z.string()),
    healthcheck: z.looseObject({ test: z.array(z.string()) }),
    depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
    deploy: z.object({ resources: z.object({ limits: z.object({ memory: z.string() }) }) }).optional(),
  });
  const compose = z
    .object({
      services: z.object({ api: service, db: service, ollama: service }).strict(),
      volumes: z.record(z.string(), z.unknown()),
    })
    .parse(document.toJS());
  const { api, db, ollama } = compose.services;

  test('is well-formed', () => {
    expect(document.errors).toEqual([]);
    expect(document.warnings).toEqual([]);
  });

  test('runs the API on port 5000, PostgreSQL with pgvector, and Ollama within 4 GB', () => {
    expect(api.ports?.join()).toMatch(/:5000$/);
    expect(Number(/pgvector\/pgvector:pg(\d+)/.exec(db.image)?.[1])).toBeGreaterThanOrEqual(16);
    expect(ollama.image).toContain('ollama/ollama');
    expect(ollama.deploy?.resources.limits.memory).toBe('4G');
  });

  test('keeps data in volumes that it declares', () => {
    for (const { volumes } of [api, db, ollama]) {
      for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    }
  });

  test('gives the API variables that it knows, and a database that it waits for', () => {
    for (const name of Object.keys(api.environment)) expect(variables).toContain(name);
    expect(api.depends_on?.db?.condition).toBe('service_healthy');
    const url = new URL((api.environment.DATABASE_URL ?? '').replace(/\$\{[^:]+:-([^}]*)\}/g, '$1'));
    expect(url.hostname).toBe('db');
    expect(url.username).toBe(db.environment.POSTGRES_USER);
    expect(url.pathname.slice(1)).toBe(db.environment.POSTGRES_DB);
  });

  test('checks the health of each service', () => {
    for (const { healthcheck } of [api, db, ollama]) {
      expect(['CMD', 'CMD-SHELL']).toContain(healthcheck.test[0]);
      expect(healthcheck.test.length).toBeGreaterThan(1);
    }
    expect(() => new Function(api.healthcheck.test.at(-1) ?? '(')).not.toThrow();
  });

  test('pulls the models that the product uses unless told otherwise', () => {
    const standard = (name: string) => configRows().find((row) => row.name === name)?.standard ?? 'none';
    for (const name of ['OLLAMA_MODEL', 'OLLAMA_EMBEDDING_MODEL']) {
      expect(ollama.environment[name]).toContain(standard(name));
      expect(api.environment[name]).toBe(ollama.environment[name]);
    }
  });
});

describe('the CloudFormation template', () => {
  const template = z
    .object({
      AWSTemplateFormatVersion: z.literal('2010-09-09'),
      Parameters: z.record(z.string(), z.looseObject({ Type: z.string() })),
      Conditions: z.record(z.string(), z.unknown()),
      Resources: z.record(
        z.string(),
        z.looseObject({
          Type: z.string().regex(/^AWS::\w+::\w+$/),
          DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
        }),
      ),
      Outputs: z.record(z.string(), z.looseObject({ Value: z.unknown() })),
    })
    .parse(JSON.parse(read('docs/aws/matinee.template.json')));
  const resources = Object.keys(template.Resources);
  const known = new Set([...resources, ...Object.keys(template.Parameters)]);

  /** Every value below a node, with the key it stands under. */
  function* walk(node: unknown, key = ''): Generator<{ key: string; value: unknown }> {
    yield { key, value: node };
    if (Array.isArray(node)) for (const each of node) yield* walk(each, key);
    else if (typeof node === 'object' && node !== null) {
      for (const [name, value] of Object.entries(node)) yield* walk(value, name);
    }
  }
  const found = [...walk(template)];
  const text = (key: string) =>
    found
      .filter((each) => each.key === key)
      .map((each) => each.value)
      .filter((value) => typeof value === 'string');

  test('refers to nothing that it does not have', () => {
    for (const name of text('Ref'))
      expect([name, name.startsWith('AWS::') || known.has(name)]).toEqual([name, true]);
    const attributes = found.filter((each) => each.key === 'Fn::GetAtt' && Array.isArray(each.value));
    expect(attributes.length).toBeGreaterThan(5);
    for (const { value } of attributes) expect(resources).toContain(z.array(z.string()).parse(value)[0]);
    for (const pattern of text('Fn::Sub')) {
      for (const [, name = ''] of pattern.matchAll(/\$\{([^}]+)\}/g)) {
        const first = name.split('.')[0] ?? '';
        expect([name, first.startsWith('AWS::') || known.has(first)]).toEqual([name, true]);
      }
    }
    for (const { DependsOn } of Object.values(template.Resources)) {
      for (const name of [DependsOn ?? []].flat()) expect(resources).toContain(name);
    }
    const conditions = found
      .filter((each) => each.key === 'Fn::If' && Array.isArray(each.value))
      .map((each) => z.array(z.unknown()).parse(each.value)[0])
      .filter((name) => typeof name === 'string');
    for (const name of new Set(conditions)) expect(Object.keys(template.Conditions)).toContain(name);
  });

  test('uses each of its parameters', () => {
    const used = JSON.stringify([template.Resources, template.Conditions]);
    for (const name of Object.keys(template.Parameters)) expect(used).toContain(`"${name}"`);
  });

  test('gives the container variables that the product knows', () => {
    const names = [...text('Name')].filter((name) => /^[A-Z][A-Z0-9_]+$/.test(name));
    expect(names).toEqual(
      expect.arrayContaining(['NODE_ENV', 'DATABASE_URL', 'S3_BUCKET', 'COGNITO_CLIENT_ID']),
    );
    for (const name of names) expect(variables).toContain(name);
  });

  test('allows nothing with a star that a name would do for', () => {
    const actions = found
      .filter((each) => each.key === 'Action')
      .flatMap((each) => z.union([z.string(), z.array(z.string())]).parse(each.value))
      .filter((action) => action.includes('*'));
    // The one star is in a statement that denies.
    expect(actions).toEqual(['s3:*']);
    const roles = Object.values(template.Resources).filter((each) => each.Type === 'AWS::IAM::Role');
    expect(roles).toHaveLength(2);
    const everything = [...walk(roles)].filter((each) => each.key === 'Resource' && each.value === '*');
    // A registry's token is for the whole account, by its nature.
    expect(everything).toHaveLength(1);
  });

  test('keeps files private and encrypted, and the database out of reach', () => {
    const properties = (name: string) => z.looseObject({}).parse(template.Resources[name]?.Properties);
    expect(properties('FileBucket')).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    expect(properties('Database')).toMatchObject({ StorageEncrypted: true, PubliclyAccessible: false });
    expect(properties('UserPoolClient')).toMatchObject({
      GenerateSecret: false,
      EnableTokenRevocation: true,
      PreventUserExistenceErrors: 'ENABLED',
    });
  });

  test('has outputs that the guide names, and the guide names files that exist', () => {
    const guide = read('docs/aws.md');
    for (const name of ['Address', 'PlatformSecretsArn']) {
      expect(Object.keys(template.Outputs)).toContain(name);
      expect(guide).toContain(name);
    }
    for (const [, target = ''] of guide.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
      expect([target, existsSync(repositoryPath(`docs/${target}`))]).toEqual([target, true]);
    }
    for (const [, path = ''] of guide.matchAll(/--template-file (\S+)/g)) {
      expect(existsSync(repositoryPath(path))).toBe(true);
    }
    for (const [, name = ''] of guide.matchAll(/(\w+)=(?:\$registry|ARN |https:)/g)) {
      expect(Object.keys(template.Parameters)).toContain(name);
    }
  });
});
