using Blacklist.Api.Eligibility.Files.Reading;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Eligibility;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Blacklist.Api.Eligibility.Files;

internal static class SendApplicantFileEndpoint
{
    public const long MostBytes = 1L << 30;
    public const int LongestBoundary = 70; // RFC 2046, 5.1.1

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder files) => files.MapPost("/", Handle)
        .Summary("Check a file of applicants",
            """
            One check a row, one applicant each, up to 2,000,000 rows as NDJSON, CSV or XLSX, in the body or as the one file of a form; columns and
            templates: `docs/applicant-files.md`. The answer comes when the file is here and readable as a whole: 202 with its address. The rows are answered in the background,
            each recorded like any other check; a row with something wrong in it is named in the result and stops no other.
            """)
        .Accepts<string>(FileForms.Ndjson, FileForms.Csv, FileForms.Xlsx, FileForms.Multipart)
        .Example("""
            "{\"reference\":\"150600-2026-N-0001\",\"name\":\"张三\",\"position\":\"legalRepresentative\",\"documentType\":\"residentId\",\"documentNumber\":\"70000019851231003X\",\"organizationName\":\"鄂尔多斯市某某协会\",\"organizationKind\":\"socialAssociation\",\"charitable\":false,\"region\":\"150602\"}\n"
            """)
        .Answers<ApplicantFileAnswer>(StatusCodes.Status202Accepted)
        .Rejects(FileRefusals.OfFile)
        .Problems(
            ProblemKinds.UnknownField, ProblemKinds.DuplicateField, ProblemKinds.MissingField, ProblemKinds.InvalidText, ProblemKinds.BodyTooLarge,
            ProblemKinds.UnsupportedMediaType, ProblemKinds.Overloaded)
        .WithMetadata(new RequestSizeLimitAttribute(MostBytes));

    /// <param name="purpose">What is asked for; <c>periodicReview</c> unless told.</param>
    public static async Task<IResult> Handle(
        HttpRequest request, Caller caller, IdempotencyKey key, FileReception reception, CancellationToken cancellation, Word<CheckPurpose>? purpose = null)
    {
        var asked = purpose?.Value ?? CheckPurpose.PeriodicReview;
        if (!caller.MayAskFor(EnumWords.Of(asked)))
        {
            return Problems.Forbidden();
        }

        if (await Content(request, cancellation) is not var (form, content))
        {
            return new Problem(ProblemKinds.UnsupportedMediaType);
        }

        return await reception.Receive(SentFile.By(caller, key.Value, asked, form), content, cancellation) switch
        {
            ReceptionOutcome.Accepted { File: var file } => Answer.Accepted($"{ApplicantFilesApi.Path}/{file.Id}", ApplicantFileAnswer.Of(file)),
            ReceptionOutcome.Overloaded => Problems.Overloaded(),
            _ => Problems.IdempotencyKeyReused(),
        };
    }

    /// <summary>The body itself, or the first file of a form. Null when neither is of a known form.</summary>
    private static async Task<(FileForm Form, Stream Content)?> Content(HttpRequest request, CancellationToken cancellation)
    {
        if (request.Headers.ContentEncoding.Count > 0)
        {
            return null;
        }

        if (FileForms.OfMediaType(request.ContentType) is { } form)
        {
            return (form, request.Body);
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != FileForms.Multipart
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= LongestBoundary } boundary)
        {
            return null;
        }

        var parts = new MultipartReader(boundary.ToString(), request.Body) { BodyLengthLimit = MostBytes };
        while (await Next(parts, cancellation) is { } part)
        {
            if (part.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
            {
                var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value : HeaderUtilities.RemoveQuotes(disposition.FileName).Value;
                return (FileForms.OfName(name) ?? FileForms.OfMediaType(part.ContentType)) is { } sent ? (sent, part.Body) : null;
            }
        }

        return null;
    }

    private static async Task<MultipartSection?> Next(MultipartReader parts, CancellationToken cancellation)
    {
        try
        {
            return await parts.ReadNextSectionAsync(cancellation);
        }
        catch (Exception broken) when (FileForms.IsBrokenForm(broken))
        {
            throw FileRefusals.Unreadable.Exception();
        }
    }
}
