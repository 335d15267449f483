namespace Blacklist.Api.Demo.Checks;

/// <summary>The demo's calls as lines for bash: curl and sed are enough.</summary>
internal static class DemoCurl
{
    public const string ChecksPath = "/api/v1/eligibility-checks";

    public static string Token(Uri url, string clientsFile) =>
        $$"""
        SECRET=$(sed -n 's/.*"id":"{{DemoClients.ClerkOfOrdos}}","secret":"\([^"]*\)".*/\1/p' {{Quoted(clientsFile)}})
        TOKEN=$(curl -s {{new Uri(url, "/connect/token")}} -u "{{DemoClients.ClerkOfOrdos}}:$SECRET" -d grant_type=client_credentials \
          | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
        """;

    public static string Check(Uri url, DemoQuestion question) =>
        $"""
        curl -s {new Uri(url, ChecksPath)} -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{question.Body}'; echo
        """;

    private static string Quoted(string path) => $"'{path.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
