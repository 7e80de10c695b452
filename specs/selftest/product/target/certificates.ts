/** An authority of its own, with a certificate for a server and one for a client, made by openssl in a folder. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Certificates {
  /** Paths of PEM files. */
  readonly ca: string;
  readonly client: { readonly cert: string; readonly key: string };
  /** For a server, as `node:https` takes them. */
  readonly server: { readonly cert: Buffer; readonly key: Buffer; readonly ca: Buffer };
}

export function makeCertificates(folder: string, host: string): Certificates {
  const file = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  };
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-subj',
    '/CN=Test CA',
    '-days',
    '2',
  );
  writeFileSync(file('server.ext'), `subjectAltName=DNS:${host},IP:127.0.0.1\n`);
  for (const [name, ...extension] of [['server', '-extfile', 'server.ext'], ['client']] as const) {
    openssl('req', ...key, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
    const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2'];
    openssl('x509', '-req', '-in', `${name}.csr`, ...by, '-out', `${name}.pem`, ...extension);
  }
  const [serverKey, server, ca] = ['server.key', 'server.pem', 'ca.pem'].map((name) =>
    readFileSync(file(name)),
  );
  return {
    ca: file('ca.pem'),
    client: { cert: file('client.pem'), key: file('client.key') },
    server: { key: serverKey ?? Buffer.of(), cert: server ?? Buffer.of(), ca: ca ?? Buffer.of() },
  };
}
