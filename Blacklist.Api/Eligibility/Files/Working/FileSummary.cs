using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Receipts.Roots;

namespace Blacklist.Api.Eligibility.Files.Working;

/// <summary>What the receipt of a file says was answered: how many rows came to what, and the root of the tree over all lines of the result.</summary>
internal static class FileSummary
{
    public static byte[] Write(ApplicantFile file, DateTimeOffset now)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("fileId", file.Id);
            json.WriteString("purpose", EnumWords.Of(file.Purpose));
            json.WriteString("finishedAt", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
            json.WriteNumber("rows", file.Counts.All);
            json.WriteNumber("eligible", file.Counts.Eligible);
            json.WriteNumber("review", file.Counts.Review);
            json.WriteNumber("restricted", file.Counts.Restricted);
            json.WriteNumber("unanswered", file.Counts.Unanswered);
            json.WriteString("rowsRoot", Base64Url.EncodeToString(new MerkleFrontier(file.Counts.Done, file.Tree.Frontier).Root));
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }
}
