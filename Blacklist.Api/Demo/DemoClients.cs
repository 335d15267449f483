using System.Text.Json;
using System.Text.Json.Nodes;
using Blacklist.Api.Hosting;
using Blacklist.Api.Security.Issuer;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Demo;

/// <summary>One client for each who uses the registry; their secrets are random and lie in the data folder, for its owner alone.</summary>
internal sealed class DemoClients(ApiClients clients, DataFolder folder)
{
    public static readonly ClerkId CaseOfficer = new("demo-case-officer");
    public static readonly ClerkId Approver = new("demo-approver");
    public static readonly ClerkId AppealsAdministrator = new("demo-appeals-administrator");
    public static readonly ClerkId Administrator = new("demo-administrator");
    public const string ClerkOfOrdos = "demo-clerk-150600";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] AllPurposes = ["registration", "change", "periodicReview"];

    private static readonly ApiClient[] All =
    [
        new(CaseOfficer.Value, "演示承办人", "鄂尔多斯市民政局", ["caseOfficer"], ["000000"], []),
        new(Approver.Value, "演示审批人", "鄂尔多斯市民政局", ["approver"], ["000000"], []),
        new(AppealsAdministrator.Value, "演示申诉管理员", "鄂尔多斯市民政局", ["appealsAdministrator"], ["000000"], []),
        new(ClerkOfOrdos, "演示登记窗口 (鄂尔多斯)", "鄂尔多斯市民政局", ["registrationClerk"], ["150600"], AllPurposes),
        new("demo-clerk-500000", "演示登记窗口 (重庆)", "重庆市民政局", ["registrationClerk"], ["500000"], AllPurposes),
        new("demo-partner", "演示协作部门", "协作部门", ["partner"], ["000000"], ["periodicReview"]),
        new("demo-auditor", "演示审计员", "审计部门", ["auditor", "administrator"], ["000000"], []),
        new(Administrator.Value, "演示管理员", "鄂尔多斯市民政局", ["administrator"], ["000000"], []),
    ];

    public string Path => folder.File("demo-clients.json");

    /// <summary>Each can sign in afterwards; a secret that still works is kept.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Prepare()
    {
        var known = Read();
        var secrets = new Dictionary<string, string>();
        foreach (var client in All)
        {
            secrets[client.Id] = await SecretOf(client, known.GetValueOrDefault(client.Id));
        }

        Write(secrets);
        return secrets;
    }

    private async Task<string> SecretOf(ApiClient client, string? known)
    {
        if (known is not null && await clients.Authenticate(client.Id, known, CancellationToken.None) is not null)
        {
            return known;
        }

        return (await clients.Register(client)).Value ?? await clients.NewSecret(client.Id)
            ?? throw new InvalidOperationException($"The client {client.Id} cannot be registered.");
    }

    private Dictionary<string, string> Read() => File.Exists(Path)
        ? JsonNode.Parse(File.ReadAllText(Path))!.AsArray().ToDictionary(client => (string)client!["id"]!, client => (string)client!["secret"]!)
        : [];

    /// <summary>One client a line, so that a shell can pick one out.</summary>
    private void Write(Dictionary<string, string> secrets)
    {
        var lines = All.Select(client => JsonSerializer.Serialize(
            new { client.Id, Secret = secrets[client.Id], client.Name, client.Department, client.Roles, client.Regions, client.Purposes }, Json));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var file = new StreamWriter(Path, options);
        file.Write($"[\n{string.Join(",\n", lines)}\n]\n");
    }
}
