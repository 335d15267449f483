using System.Text;
using Blacklist.Tests.EventLog;

namespace Blacklist.Tests.Contracts;

public sealed class SampleTests
{
    [Fact]
    public void A_sample_of_any_event_is_written_and_read_back()
    {
        foreach (var type in TestEvents.Types.ByName.Values)
        {
            var sample = Sample.Of(type);
            var written = TestEvents.Types.Write(sample);
            TestEvents.Types.Read(written.Name, Encoding.UTF8.GetBytes(written.Json)).ShouldBe(sample);
        }
    }
}
