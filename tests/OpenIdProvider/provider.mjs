// oidc-provider as an association's directory: people with groups and app roles, a sign-in page of one field, and a door for tests (/control).
// It ends when its standard input does, so that it never outlives the test that started it.
import { createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import Provider from "oidc-provider";

const [redirectUri, afterSignOut, secret] = process.argv.slice(2);
const clientId = "reportbot-tests";
const realNow = Date.now;
const state = { offset: 0, people: {}, forge: null, silent: [] };
Date.now = () => realNow() + state.offset;

const newKey = () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { privateKey, jwk: { ...privateKey.export({ format: "jwk" }), kid: randomUUID(), alg: "RS256", use: "sig" } };
};

// The page the provider brings fetches letters from elsewhere.
const logoutSource = (context, form) => {
  context.body = `<!doctype html><html lang="en"><title>Directory</title><h1>Sign out?</h1>${form}<button autofocus type="submit" form="op.logoutForm" value="yes" name="logout">Yes, sign me out</button></html>`;
};

const provide = (issuer, key) => {
  const provider = new Provider(issuer, {
    clients: [{
      client_id: clientId,
      ...(secret ? { client_secret: secret, token_endpoint_auth_method: "client_secret_post" } : { token_endpoint_auth_method: "none" }),
      redirect_uris: [redirectUri],
      post_logout_redirect_uris: [afterSignOut],
      response_types: ["code"],
      grant_types: ["authorization_code"],
    }],
    jwks: { keys: [key.jwk] },
    cookies: { keys: ["a key of tests"] },
    pkce: { methods: ["S256"], required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true, logoutSource } },
    conformIdTokenClaims: false,
    claims: { openid: ["sub", "oid", "tid", "groups", "roles", "hasgroups"], profile: ["name", "email"] },
    ttl: { AuthorizationCode: 60, IdToken: 3600, Interaction: 3600, Session: 3600, Grant: 3600, AccessToken: 3600 },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, id) => state.people[id] && { accountId: id, claims: () => ({ sub: id, ...state.people[id] }) },
    // Like a directory whose administrator has consented for everybody.
    loadExistingGrant: async ctx => {
      const { Grant } = ctx.oidc.provider;
      const grant = new Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
  });
  return { provider, answer: provider.callback() };
};

const read = async request => {
  let text = "";
  for await (const part of request) text += part;
  return text;
};

const page = (response, html) => {
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(`<!doctype html><html lang="en"><title>Directory</title>${html}</html>`);
};

const segment = value => Buffer.from(JSON.stringify(value)).toString("base64url");

// A token as the provider made it, with claims changed (null takes one out), and signed with its own key, another, or none.
const forged = (token, { key, claims }) => {
  const [head, body] = token.split(".").slice(0, 2).map(part => JSON.parse(Buffer.from(part, "base64url")));
  const unsigned = `${segment(key === "none" ? { alg: "none" } : head)}.${segment(Object.fromEntries(Object.entries({ ...body, ...claims }).filter(([, value]) => value !== null)))}`;
  if (key === "none") return `${unsigned}.`;
  if (key === "unsigned") return `${unsigned}.${token.split(".")[2]}`;
  const signer = key === "other" ? newKey().privateKey : current.key.privateKey;
  return `${unsigned}.${createSign("RSA-SHA256").update(unsigned).sign(signer, "base64url")}`;
};

const forging = response => {
  const end = response.end.bind(response);
  response.end = body => {
    const answer = JSON.parse(body.toString());
    if (answer.id_token) answer.id_token = forged(answer.id_token, state.forge);
    const changed = JSON.stringify(answer);
    response.setHeader("content-length", Buffer.byteLength(changed));
    return end(changed);
  };
};

let current;
const server = createServer(async (request, response) => {
  const path = new URL(request.url, "http://here").pathname;
  if (path === "/control") {
    const { now, rotate, ...rest } = JSON.parse(await read(request));
    if (now) state.offset = now - realNow();
    Object.assign(state, rest);
    if (rotate) {
      const key = newKey();
      current = { key, ...provide(current.provider.issuer, key) };
    }
    return response.end("{}");
  }
  if (state.silent.includes(path)) return request.socket.destroy();
  if (path.startsWith("/interaction/")) {
    if (request.method === "GET")
      return page(response, '<form method="post"><label>Login <input name="login" autofocus></label><button>Sign in</button></form>');
    const login = new URLSearchParams(await read(request)).get("login");
    const result = login === "back" ? { error: "access_denied", error_description: "turned back" } : { login: { accountId: login } };
    return current.provider.interactionFinished(request, response, result);
  }
  if (path === "/token" && state.forge) forging(response);
  return current.answer(request, response);
});

process.stdin.resume().on("end", () => process.exit(0));
server.listen(0, "127.0.0.1", () => {
  const key = newKey();
  const issuer = `http://127.0.0.1:${server.address().port}`;
  current = { key, ...provide(issuer, key) };
  console.log(`listening ${issuer}`);
});
