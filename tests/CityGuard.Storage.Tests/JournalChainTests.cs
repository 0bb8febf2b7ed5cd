using System.Text;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests;

public sealed class JournalChainTests
{
    [Fact]
    public void Every_part_of_an_event_changes_its_hash()
    {
        var hashes = new[]
        {
            Hash([], "i-1", 1, "e1", "{}"),
            Hash([1], "i-1", 1, "e1", "{}"),
            Hash([], "i-2", 1, "e1", "{}"),
            Hash([], "i-1", 2, "e1", "{}"),
            Hash([], "i-1", 1, "e2", "{}"),
            Hash([], "i-1", 1, "e1", "{ }"),
            Hash([], "i-", 1, "1e1", "{}"),
            Hash([], "i-1", 1, "e", "1{}"),
        };
        hashes.Distinct().Count().ShouldBe(hashes.Length);
        Hash([], "i-1", 1, "e1", "{}").ShouldBe(hashes[0]);
    }

    private static string Hash(byte[] seed, string stream, long version, string id, string json)
    {
        var previous = seed.Length == 0 ? [] : new byte[JournalChain.HashLength];
        seed.CopyTo(previous, 0);
        var hash = new byte[JournalChain.HashLength];
        JournalChain.Next(previous, stream, version, id, Encoding.UTF8.GetBytes(json), hash);
        return Convert.ToHexString(hash);
    }
}
