using System.Net;
using System.Text;
using System.Text.Json;
using Blacklist.Api.Demo;

namespace Blacklist.Tests.Benchmarks.Files;

/// <summary>A body of NDJSON that is made while it is sent.</summary>
internal sealed class GeneratedRows : HttpContent
{
    private readonly IEnumerable<SyntheticPerson> _persons;

    public GeneratedRows(IEnumerable<SyntheticPerson> persons)
    {
        _persons = persons;
        Headers.ContentType = new("application/x-ndjson");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 64 * 1024, leaveOpen: true);
        var row = 0;
        foreach (var person in _persons)
        {
            await text.WriteLineAsync(JsonSerializer.Serialize(new
            {
                reference = $"B-{++row}",
                name = person.Name,
                position = "personInCharge",
                documentType = "residentId",
                documentNumber = person.Number,
                organizationName = "江海摄影学会",
                organizationKind = "socialAssociation",
                charitable = false,
                region = "150602",
            }));
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
