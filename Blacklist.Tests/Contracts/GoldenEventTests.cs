using System.Text;
using System.Text.Json.Nodes;
using Blacklist.Api.EventLog;

namespace Blacklist.Tests.Contracts;

/// <summary>
/// Every stored event has a golden file, Contracts/Events/{stored name}.json, that stays for ever: what is in the log must be readable
/// by every later version. A new event needs nothing but its file; the failure says what to put there.
/// </summary>
public sealed class GoldenEventTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "Blacklist.Tests", "Contracts", "Events");

    private static readonly EventTypes Types = EventTypes.OfTheDomain();

    [Fact]
    public void Every_event_has_a_golden_file()
    {
        var missing = Types.ByName.Where(known => !File.Exists(FileOf(known.Key)))
            .Select(known => $"{FileOf(known.Key)}\n{Pretty(Types.Write(Sample.Of(known.Value)).Json)}\n");

        missing.ShouldBeEmpty("Put this JSON into the file, with values that a reader understands");
    }

    [Fact]
    public void Every_golden_event_is_read_and_written_back_as_it_is()
    {
        foreach (var name in Types.ByName.Keys.Where(name => File.Exists(FileOf(name))))
        {
            var golden = File.ReadAllText(FileOf(name));
            var written = Types.Write(Types.Read(name, Encoding.UTF8.GetBytes(golden)));

            written.Name.ShouldBe(name);
            Pretty(written.Json).ShouldBe(Pretty(golden), name);
        }
    }

    [Fact]
    public void Every_golden_event_of_an_old_shape_is_still_read()
    {
        var old = Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Except(Types.ByName.Keys).ToList();

        old.Order().ShouldBe(Types.OldNames.Order(), "Each old name has its golden file and its upcaster");
        old.ForEach(name => Types.Read(name, File.ReadAllBytes(FileOf(name))).ShouldNotBeNull());
    }

    private static string FileOf(string storedName) => Path.Combine(Folder, storedName + ".json");

    private static string Pretty(string json) => JsonNode.Parse(json)!.ToJsonString(new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
