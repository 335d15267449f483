using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Keys;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys;
using Blacklist.Api.Vault.Keys.Rotation;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Operations;

/// <summary>The next key of a purpose, and what comes of it. Sent once more, the form changes no second key.</summary>
[Requires(Permission.RotateKeys)]
[RequiresRecentSecondFactor]
internal sealed class RotateKeyModel(FormDesk desk, KeyRecords records, KeyRotation rotation, VaultOptions options) : ActPage(desk)
{
    private const string Keys = "/console/system/keys";

    /// <summary>Those that are changed here; a master key is changed on the server, and one key stays.</summary>
    public static readonly IReadOnlyList<KeyPurpose> Purposes = [KeyPurpose.Token, KeyPurpose.Receipt, KeyPurpose.Digest];

    [FromRoute]
    public string Purpose { get; set; } = "";

    public static string AddressOf(KeyPurpose purpose) => $"{Keys}/{EnumWords.Of(purpose)}/rotation";

    protected override async Task<FormSubject?> Find()
    {
        if (!EnumWords.TryRead<KeyPurpose>(Purpose, out var purpose) || !Purposes.Contains(purpose))
        {
            return null;
        }

        var known = await OfPurpose(purpose);
        return new FormSubject(Texts["keys.title"], Keys, [.. Facts(purpose, known)], Version: known.Count);
    }

    protected override async Task<IResult> Send(Write write)
    {
        if (!EnumWords.TryRead<KeyPurpose>(Purpose, out var purpose))
        {
            return Problems.NotFound();
        }

        var known = await OfPurpose(purpose);
        var isDone = known.Count > write.IfMatch.Version && known.Any(key => key.State == KeyState.Published);
        return isDone ? Answer.Tried : await RotateKeyEndpoint.Handle(Purpose, write.Caller, rotation, options, Desk.Time);
    }

    protected override string Next(Answer answer) => Keys;

    private async Task<IReadOnlyList<KeyRecord>> OfPurpose(KeyPurpose purpose) =>
        [.. (await records.Read(HttpContext.RequestAborted)).Where(key => key.Purpose == purpose)];

    private IEnumerable<Shown> Facts(KeyPurpose purpose, IReadOnlyList<KeyRecord> known)
    {
        yield return new(Texts["keys.purpose"], Texts.Of(purpose));
        foreach (var key in known.Where(key => key.State is KeyState.InUse or KeyState.Published))
        {
            yield return new(Texts.Of(key.State), Texts["keys.fromUntil", key.Id, PageText.Moment(key.InUseFrom), PageText.Moment(key.DueAt)]);
        }

        yield return new(Texts["keys.next"], Texts["keys.nextUse", options.Ahead.TotalMinutes]);
        yield return new(Texts["keys.former"], Texts[$"keys.former.{EnumWords.Of(purpose)}"]);
    }
}
