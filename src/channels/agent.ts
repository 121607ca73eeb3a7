import http from 'node:http';
import https from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';

/**
 * The connections to a platform, straight or by a proxy, which is asked to connect through (CONNECT): what is said to an
 * https address stays between the platform and us.
 */
export function createAgent(address: string, proxyUrl: string | null, options: https.AgentOptions): http.Agent {
  if (proxyUrl !== null) return new HttpsProxyAgent(proxyUrl, { ...options, family: undefined });
  return address.startsWith('https:') ? new https.Agent(options) : new http.Agent(options);
}
