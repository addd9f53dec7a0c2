/** Load on a server and what came of it. */
import autocannon from 'autocannon';
import { isDeepStrictEqual } from 'node:util';

/** Requests per second and the 99th percentile of latency in ms over `seconds`, from 20 connections. */
export async function load(url, requests, seconds) {
  const result = await autocannon({ url, connections: 20, duration: seconds, requests });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} requests to ${url}${requests[0].path} failed`);
  return { perSecond: result.requests.total / result.duration, p99: result.latency.p99 };
}

/** Asks once; refuses anything but an answer without errors. */
export async function ask(url, { path, ...request }) {
  const response = await fetch(url + path, request);
  const answer = await response.json();
  if (!response.ok || answer.errors || answer.data.bulletinCreate?.errors.length > 0) {
    throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer).slice(0, 500)}`);
  }
  return answer;
}

/** Refuses when the two servers do not answer the same JSON. */
export async function mustAgree([leftUrl, left], [rightUrl, right]) {
  const [one, other] = await Promise.all([ask(leftUrl, left), ask(rightUrl, right)]);
  if (isDeepStrictEqual(one, other)) return;
  throw new Error(`different answers to ${left.body}\n${JSON.stringify(one)}\n${JSON.stringify(other)}`);
}

export function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)];
}
