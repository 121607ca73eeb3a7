import http from 'node:http';
import https from 'node:https';

/** One connection for one call. */
export interface Connection {
  httpAgent: http.Agent;
  httpsAgent: https.Agent;
  /** Whether the connection ever stood: before that nothing can have been sent, after it anything may have been. */
  stood(): boolean;
}

/**
 * A fresh connection for every call: on one that is kept open, a request that fails may have been written to a connection the
 * other side had just closed, and nobody could tell whether a message went out. Zalo's few messages can pay for that.
 */
export function createConnection(connectLimitMs: number): Connection {
  let stood = false;
  // The short default for trying a host's second address cuts off slow mobile networks.
  const options = { keepAlive: false, autoSelectFamilyAttemptTimeout: 3_000 };
  const watch = <A extends http.Agent>(agent: A, connected: 'connect' | 'secureConnect'): A => {
    const create: http.Agent['createConnection'] = agent.createConnection.bind(agent);
    agent.createConnection = (where, done) => {
      const socket = create(where, done);
      if (!socket) return socket;
      const tooLong = setTimeout(() => socket.destroy(new Error('connecting took too long')), connectLimitMs);
      socket.once(connected, () => {
        stood = true;
        clearTimeout(tooLong);
      });
      socket.once('close', () => clearTimeout(tooLong));
      return socket;
    };
    return agent;
  };
  return {
    httpAgent: watch(new http.Agent(options), 'connect'),
    httpsAgent: watch(new https.Agent(options), 'secureConnect'),
    stood: () => stood,
  };
}
