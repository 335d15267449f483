// A real OpenID provider with invented people: node provider.mjs <port> <redirect address> <key id>
import { generateKeyPairSync } from "node:crypto";
import { createRequire } from "node:module";

const { default: Provider } = await import(createRequire(process.cwd() + "/").resolve("oidc-provider"));
const [port, redirect, kid] = process.argv.slice(2);
const key = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
const people = {
  clerk: { name: "赵六", department: "鄂尔多斯市民政局", groups: ["registrationClerk"], areas: ["150600"], purposes: ["registration"] },
  approver: { name: "孙七", department: "鄂尔多斯市民政局", groups: ["approver"], areas: ["150600"], purposes: [] },
};
const provider = new Provider(`http://localhost:${port}`, {
  clients: [
    {
      client_id: "registry-console", client_secret: "for-tests-only", token_endpoint_auth_method: "client_secret_post", redirect_uris: [redirect],
      id_token_signed_response_alg: "ES256",
    },
    {
      client_id: "registry-machine", client_secret: "for-tests-only", token_endpoint_auth_method: "client_secret_post", grant_types: ["client_credentials"], redirect_uris: [], response_types: [],
      id_token_signed_response_alg: "ES256",
    },
  ],
  jwks: { keys: [{ ...key, kid, alg: "ES256", use: "sig" }] },
  enabledJWA: { idTokenSigningAlgValues: ["ES256"] },
  conformIdTokenClaims: false,
  claims: { openid: ["sub", "name", "department", "groups", "areas", "purposes", "amr"] },
  pkce: { required: () => true },
  cookies: { keys: ["for-tests-only"] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  extraTokenClaims: () => ({ groups: ["registrationClerk"], areas: ["150600"], purposes: ["registration"] }),
  features: {
    devInteractions: { enabled: true },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => "https://registry.example/api",
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({ scope: "", audience: "registry", accessTokenFormat: "jwt", jwt: { sign: { alg: "ES256" } } }),
    },
  },
});

// The approver shows a second factor whenever they sign in.
const finish = provider.interactionFinished.bind(provider);
provider.interactionFinished = (request, response, result, options) =>
  finish(request, response, result.login?.accountId === "approver" ? { ...result, login: { ...result.login, amr: ["pwd", "otp"] } } : result, options);
provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
