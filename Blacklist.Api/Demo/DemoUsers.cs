using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Blacklist.Api.Hosting;
using Blacklist.Api.Security.People;
using Blacklist.Api.Security.Sessions;

namespace Blacklist.Api.Demo;

/// <summary>One user for each who works in the console; passwords and authenticator keys are random and lie in the data folder, for its owner alone.</summary>
internal sealed class DemoUsers(Users users, UserStore store, DataFolder folder)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] AllPurposes = ["registration", "change", "periodicReview"];

    private static readonly (string UserName, UserDetails Details)[] All =
    [
        ("clerk", new("演示窗口人员", "鄂尔多斯市民政局", ["registrationClerk"], ["150600"], AllPurposes)),
        ("officer", new("演示承办人", "鄂尔多斯市民政局", ["caseOfficer"], ["150600"], [])),
        ("approver", new("演示审批人", "鄂尔多斯市民政局", ["approver"], ["150600"], [])),
        ("appeals", new("演示申诉管理员", "鄂尔多斯市民政局", ["appealsAdministrator"], ["150600"], [])),
        ("admin", new("演示管理员", "鄂尔多斯市民政局", ["administrator"], ["000000"], [])),
        ("admin2", new("演示管理员二", "鄂尔多斯市民政局", ["administrator"], ["000000"], [])),
        ("auditor", new("演示审计员", "审计部门", ["auditor"], ["000000"], [])),
    ];

    public string Path => folder.File("demo-users.json");

    /// <summary>Each can sign in afterwards, with the password and the authenticator that the file holds; users that are there already are kept.</summary>
    public async Task<IReadOnlyList<DemoUser>> Prepare()
    {
        var known = Read().ToDictionary(user => user.User);
        var prepared = new List<DemoUser>();
        foreach (var (name, details) in All)
        {
            prepared.Add(known.GetValueOrDefault(name) is { } old && Passwords.Matches((await users.Named(name))?.PasswordHash, old.Password)
                ? old
                : await Make(name, details));
        }

        Write(prepared);
        return prepared;
    }

    private async Task<DemoUser> Make(string name, UserDetails details)
    {
        var added = await users.Add(name, details, Users.Operator);
        var user = (await users.Named(name))!;
        var password = added.Value?.Password ?? await users.Reset(user, Users.Operator)
            ?? throw new InvalidOperationException($"The user {name} cannot be made ready.");
        var key = AuthenticatorCodes.NewKey();
        await store.SetPasswordHashAsync(user, Passwords.Hash(password), CancellationToken.None); // chosen: the demo asks for no other one
        await store.SetAuthenticatorKeyAsync(user, key, CancellationToken.None);
        return new DemoUser(name, password, key, details.Name, details.Roles);
    }

    private List<DemoUser> Read() => File.Exists(Path)
        ? [.. JsonNode.Parse(File.ReadAllText(Path))!.AsArray().Select(user => user.Deserialize<DemoUser>(Json)!)]
        : [];

    /// <summary>One user a line, so that a shell can pick one out.</summary>
    private void Write(List<DemoUser> prepared)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var file = new StreamWriter(Path, options);
        file.Write($"[\n{string.Join(",\n", prepared.Select(user => JsonSerializer.Serialize(user, Json)))}\n]\n");
    }
}

/// <param name="AuthenticatorKey">What an authenticator app takes in; <c>user code --key …</c> shows its code, too.</param>
internal sealed record DemoUser(string User, string Password, string AuthenticatorKey, string Name, IReadOnlyList<string> Roles)
{
    public override string ToString() => User;
}
