using Blacklist.Api.Eligibility.Files;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Blacklist.Api.Console.Files;

/// <summary>A form with one file at its end, read from front to back: what is in the file never lies anywhere unsealed, as it would in a form that is read whole.</summary>
/// <param name="Content">Null when no file was chosen.</param>
internal sealed record Upload(IReadOnlyDictionary<string, string> Fields, string? FileName, string? MediaType, Stream? Content)
{
    private const int LongestField = 4096;
    private const int MostFields = 16;

    public string Field(string name) => Fields.GetValueOrDefault(name, "");

    /// <returns>Null for anything that is not such a form.</returns>
    public static async Task<Upload?> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= SendApplicantFileEndpoint.LongestBoundary } boundary)
        {
            return null;
        }

        var parts = new MultipartReader(boundary.ToString(), request.Body);
        var fields = new Dictionary<string, string>();
        while (fields.Count < MostFields && await parts.ReadNextSectionAsync(cancellation) is { } part)
        {
            if (part.GetContentDispositionHeader() is not { } disposition)
            {
                return null;
            }

            if (disposition.IsFileDisposition())
            {
                var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
                return new Upload(fields, name.Value, part.ContentType, name.Length > 0 ? part.Body : null);
            }

            fields[HeaderUtilities.RemoveQuotes(disposition.Name).ToString()] = await Text(part.Body, cancellation);
        }

        return null;
    }

    private static async Task<string> Text(Stream body, CancellationToken cancellation)
    {
        var buffer = new byte[LongestField];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, length);
    }
}

/// <summary>The page reads its form itself.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ReadsItsFormAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
