namespace Blacklist.Api.Demo;

/// <summary>Names drawn as often as they occur.</summary>
internal sealed class WeightedNames
{
    private readonly string[] _names;

    // The sum of the weights up to and with each name.
    private readonly int[] _upTo;

    public WeightedNames(IEnumerable<(string Name, int Weight)> names)
    {
        var drawable = names.Where(name => name.Weight > 0).ToArray();
        _names = [.. drawable.Select(name => name.Name)];
        _upTo = new int[drawable.Length];
        var sum = 0;
        for (var i = 0; i < drawable.Length; i++)
        {
            _upTo[i] = sum = checked(sum + drawable[i].Weight);
        }
    }

    public string Draw(ref SplitMix64 random)
    {
        var ticket = random.Next(_upTo[^1]) + 1;
        var found = Array.BinarySearch(_upTo, ticket);
        return _names[found < 0 ? ~found : found];
    }
}
