using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Keys;
using Blacklist.Api.Vault.Keys;
using Blacklist.Domain.Regions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Operations;

/// <summary>密钥: what each is for, where it stands in its life, and which are due for a successor. Never a key itself.</summary>
[Requires(Permission.ReadKeys)]
internal sealed class KeysModel(KeyRecords records, TimeProvider time) : PageModel
{
    public IReadOnlyList<KeyAnswer> Keys { get; private set; } = [];

    /// <summary>Keys are the whole registry's.</summary>
    public bool MayRotate => Caller.Of(HttpContext) is { } caller && caller.May(Permission.RotateKeys) && caller.Covers(RegionCode.Nation);

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Keys = ((Answer)await ListKeysEndpoint.Handle(records, time, cancellation)).Read<IReadOnlyList<KeyAnswer>>();
}
