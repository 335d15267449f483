using System.Net;
using System.Security.Cryptography;
using System.Text;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.Api;

/// <summary>附件: scans in the file of an organization.</summary>
public sealed class PaperTests : IAsyncLifetime
{
    private const string Canary = "canary-of-the-papers-7f3a";

    private RegistryNode _node = null!;

    private Story Story => _node.Story;

    public async Task InitializeAsync() => _node = await RegistryNode.Start();

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task A_paper_is_kept_sealed_given_back_as_it_was_and_stands_in_the_history_by_its_hash()
    {
        var organization = await Story.RecordOrganization();
        var scan = Scans.Pdf(Canary);

        var attached = (await Story.Attach(organization, scan)).ShouldBe(HttpStatusCode.Created);
        var again = (await Story.Attach(organization, scan)).ShouldBe(HttpStatusCode.Created);

        attached["sha256"].ShouldBe(Convert.ToHexStringLower(SHA256.HashData(scan)));
        attached["form"].ShouldBe("pdf");
        again["id"].ShouldBe(attached["id"]);
        (await Story.Officer.Download(attached.Location!.OriginalString)).ShouldBe(scan);
        var history = (await Story.Officer.Get($"{Story.Organizations}/{organization}/history")).Text;
        history.ShouldContain(attached["sha256"]!);
        history.Split("paper_attached").Length.ShouldBe(2, history);
        (await _node.Database.Owner.Scalar<bool>($"SELECT bool_or(position('{Canary}'::bytea IN sealed) > 0) FROM vault.papers")).ShouldBeFalse();
        (await Story.Officer.Get($"{Story.Organizations}/{organization}"))["organization"].ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_no_scan_or_would_harm_its_reader_is_refused_and_not_kept()
    {
        var organization = await Story.RecordOrganization();
        (byte[] Scan, string Code)[] wrong =
        [
            ([], "paper_form_unknown"),
            ("PK\u0003\u0004 a zip bomb"u8.ToArray(), "paper_form_unknown"),
            ("<html><script>alert(1)</script></html>"u8.ToArray(), "paper_form_unknown"),
            (Encoding.ASCII.GetBytes("%PDF-1.4 cut off"), "paper_form_unknown"),
            (Scans.Pdf("<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>"), "paper_has_active_content"),
            (Scans.Pdf("<</Type/EmbeddedFile>>"), "paper_has_active_content"),
            (Scans.Png(60_000, 60_000), "paper_image_too_large"),
            (Scans.Jpeg(60_000, 60_000), "paper_image_too_large"),
        ];
        foreach (var (scan, code) in wrong)
        {
            var answer = await Story.Attach(organization, scan);
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, answer.Text);
            answer.Text.ShouldContain(code);
        }

        (await Story.Attach(organization, Scans.Pdf(), "application/zip")).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await Story.Attach(organization, Scans.Pdf(new string(' ', 10 * 1024 * 1024)))).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await Story.Attach(organization, Scans.Pdf(), kind: "cake")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Story.Attach(Guid.NewGuid().ToString(), Scans.Pdf())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _node.Database.Owner.Scalar<long>("SELECT count(*) FROM vault.papers")).ShouldBe(0);
        (await Story.Attach(organization, Scans.Png(2480, 3508), "image/png", kind: null)).ShouldBe(HttpStatusCode.Created)["form"].ShouldBe("png");
        (await Story.Attach(organization, Scans.Jpeg(2480, 3508), "image/jpeg")).ShouldBe(HttpStatusCode.Created)["form"].ShouldBe("jpeg");
    }
}
