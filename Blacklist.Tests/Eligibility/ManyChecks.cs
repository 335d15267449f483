using System.Text;
using Blacklist.Api.Eligibility.Effects;
using Blacklist.Api.Eligibility.Lane;
using Blacklist.Api.Eligibility.Receipts;
using Blacklist.Api.Vault;

namespace Blacklist.Tests.Eligibility;

/// <summary>Very many recorded checks of one person, in the time of few.</summary>
internal static class ManyChecks
{
    /// <summary>More checks like the one that was recorded last, of callers in turn, through the lane of every check.</summary>
    public static async Task Record(RegistryNode node, TestDatabase database, string name, string number, int count, params string[] callers)
    {
        var vault = node.Service<IdentityVault>();
        var subjects = node.Service<SubjectKeys>();
        var lane = node.Service<CheckLane>();
        var one = (await RecordedChecks.Read(database.App, vault))[^1];
        var body = Encoding.UTF8.GetBytes(Story.AQuestion("150602", charitable: false, Story.AnApplicant(name, number)).ToJsonString());
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (place, _) =>
        {
            var id = Guid.CreateVersion7();
            var caller = callers[place % callers.Length];
            await lane.Ask(new PendingCheck(
                id, caller, one.Question, vault.SealBlob(body, id.ToByteArray()), subjects.IdentitiesOf(one.Question), null, null, AskedAbout.Commit(one.Question, body)));
        });
    }
}
