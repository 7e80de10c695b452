/** A proxy that alone knows where a host is: every name leads to this machine. */
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface TestProxy {
  readonly port: number;
  /** Hosts that were asked for, in order. */
  readonly hosts: string[];
  readonly close: () => void;
}

/** @param credentials `user:password`, without which nobody passes */
export async function startProxy(credentials: string): Promise<TestProxy> {
  const hosts: string[] = [];
  const open = new Set<Socket>();
  const wanted = `Basic ${Buffer.from(credentials).toString('base64')}`;
  const server: Server = createServer((_request, response) => response.writeHead(405).end());
  server.on('connect', ({ url = '', headers }, socket: Socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    if (headers['proxy-authorization'] !== wanted) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const [host = '', port] = url.split(':');
    hosts.push(host);
    const onward = connect(Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = (): void => {
    for (const socket of open) socket.destroy();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, hosts, close };
}
