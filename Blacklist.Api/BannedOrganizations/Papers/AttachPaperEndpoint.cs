using System.Text;
using Blacklist.Api.Audit;
using Blacklist.Api.Commands;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.BannedOrganizations.Papers;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.BannedOrganizations.Papers;

internal static class AttachPaperEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder organizations) => organizations.MapPost("/{id:guid}/papers", Handle)
        .Summary("Attach a paper",
            """
            A PDF, PNG or JPEG of at most 10 MB as the body. What it is shows in its content; it is kept sealed, and its SHA-256 is a fact of the organization's history. The same content
            again is the same paper. It has no title: say by `kind` what it is.
            """)
        .PathExample("id", "0b000000-0000-7000-8000-000000000001")
        .Accepts<string>(PaperForms.Pdf, PaperForms.Png, PaperForms.Jpeg)
        .Example("\"%PDF-1.4\\n%%EOF\\n\"")
        .Answers<AttachedPaper>(StatusCodes.Status201Created)
        .Rejects(PaperContent.Refusals)
        .Refuses(AttachPaper.Refusals)
        .Problems(ProblemKinds.BodyTooLarge, ProblemKinds.ValueNotAllowed)
        .WithMetadata(new RequestSizeLimitAttribute(2 * PaperContent.MostBytes));

    /// <param name="kind">What the paper is; <c>other</c> unless told.</param>
    public static async Task<IResult> Handle(
        Guid id, HttpRequest request, [AsParameters] Write write, CommandDesk desk, BannedOrganizationRows organizations, PaperRecord papers,
        CancellationToken cancellation, Word<PaperKind>? kind = null) =>
        await organizations.Find(id, cancellation) is not { } found || !write.Caller.Covers(found.Organization.Region) ? Problems.NotFound()
        : await Content(request.Body, cancellation) is { } content ? await Attach(id, kind?.Value ?? PaperKind.Other, content, write, desk, papers)
        : new Problem(ProblemKinds.BodyTooLarge);

    /// <summary>The same from a page, which reads its form itself.</summary>
    public static async Task<IResult> Attach(Guid id, PaperKind kind, byte[] bytes, Write write, CommandDesk desk, PaperRecord papers)
    {
        var fields = new FieldErrors();
        if (fields.Read("content", PaperContent.Read(bytes)) is not { } content)
        {
            return Problems.Unprocessable(fields);
        }

        var command = new AttachPaper(PaperRecord.IdOf(id, content.Sha256), kind, content.Form, content.Bytes.Length, content.Sha256, write.By);
        return await desk.Answer(write, Encoding.UTF8.GetBytes($"{EnumWords.Of(kind)} {content.Sha256}"), fields, async attempt =>
        {
            var organization = await attempt.Load(BannedOrganization.Stream, id);
            if (!organization.Exists || !write.Caller.Covers(organization.State.Region))
            {
                return Problems.NotFound();
            }

            var outcome = AttachPaper.Decide(organization.State, command);
            if (outcome is not Domain.Kernel.Outcome.Refused)
            {
                await papers.Store(command.PaperId, content.Bytes);
            }

            return attempt.Record(
                organization, outcome,
                (_, version) => Answer.Created($"/api/v1/banned-organizations/{id}/papers/{command.PaperId}", new AttachedPaper(command.PaperId, content.Form, content.Sha256, version)));
        });
    }

    /// <summary>What is too large is read on and thrown away, within reason: a caller still sending would not hear the answer.</summary>
    /// <returns>Null when it is more than a paper may have.</returns>
    public static async Task<byte[]?> Content(Stream body, CancellationToken cancellation)
    {
        var buffer = new MemoryStream();
        var part = new byte[64 * 1024];
        var length = 0L;
        while (await body.ReadAsync(part, cancellation) is > 0 and var read)
        {
            length += read;
            if (length <= PaperContent.MostBytes)
            {
                buffer.Write(part, 0, read);
            }
        }

        return length <= PaperContent.MostBytes ? buffer.ToArray() : null;
    }
}

/// <summary>A paper that is in the file now.</summary>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record AttachedPaper(Guid Id, PaperForm Form, string Sha256, long Version);
