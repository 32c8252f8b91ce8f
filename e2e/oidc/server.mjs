// A real OpenID provider (npm oidc-provider) with invented persons. One click signs in; no password is asked.
//
//   node server.mjs [--port 9400] [--redirect URL]... [--claims-in-id-token]
//
// Prints one line of JSON with issuer, client_id and client_secret when it listens. Ends when its standard input ends,
// so that a test that dies leaves nothing behind; --stay keeps it running.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import Provider from 'oidc-provider';

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    redirect: { type: 'string', multiple: true, default: ['http://127.0.0.1:8080/sign-in/callback'] },
    'claims-in-id-token': { type: 'boolean', default: false },
    stay: { type: 'boolean', default: false },
  },
});
const accounts = JSON.parse(readFileSync(new URL('accounts.json', import.meta.url), 'utf8'));
const client = { client_id: 'durvis', client_secret: 'only-for-trying-durvis-on-this-machine' };
const personal = ['given_name', 'family_name', 'birthdate', 'email', 'personal_code'];

const configuration = {
  clients: [{ ...client, redirect_uris: options.redirect, grant_types: ['authorization_code'], response_types: ['code'] }],
  claims: { openid: ['sub', 'acr'], profile: personal },
  acrValues: [...new Set(Object.values(accounts).map((account) => account.acr))],
  conformIdTokenClaims: !options['claims-in-id-token'],
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
  cookies: { keys: ['only-for-trying-durvis'] },
  findAccount: (ctx, id) => accounts[id] && { accountId: id, claims: () => ({ sub: id, ...accounts[id] }) },
  // Nobody is asked for consent: the platform and the provider of a state trust each other by law.
  async loadExistingGrant(ctx) {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId,
      accountId: ctx.oidc.session.accountId,
    });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
};

const escape = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const page = (uid) => `<!doctype html><html lang="lv"><meta charset="utf-8"><title>Izmēģinājuma pieslēgšanās</title>
<h1>Izmēģinājuma pieslēgšanās</h1><p>Personas ir izdomātas. / The persons are invented.</p>
${Object.entries(accounts).map(([id, { given_name, family_name }]) => `<form method="post" action="/interaction/${escape(uid)}">
<button name="account" value="${escape(id)}">${escape(`${given_name} ${family_name}`)}</button></form>`).join('\n')}</html>`;

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > 10_000) throw new Error('body too long');
  }
  return new URLSearchParams(text);
}

async function interaction(provider, request, response) {
  const { uid } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(uid));
    return;
  }
  const id = (await bodyOf(request)).get('account');
  const result = accounts[id]
    ? { login: { accountId: id, acr: accounts[id].acr } }
    : { error: 'access_denied', error_description: 'no such account' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

let provider;
const server = createServer((request, response) => {
  if (!request.url.startsWith('/interaction/')) {
    provider.callback()(request, response);
    return;
  }
  interaction(provider, request, response).catch((error) => {
    response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end(String(error.message));
  });
});
server.listen(Number(options.port), '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  provider = new Provider(issuer, configuration);
  console.log(JSON.stringify({ issuer, ...client }));
});
if (!options.stay) process.stdin.on('end', () => process.exit(0)).resume();
