using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CityGuard.Cities.Import;
using CityGuard.Cities.Import.Network;
using CityGuard.Cities.Import.Osm;
using CityGuard.Cities.Import.Osm.Wire;
using CityGuard.Tests.Shared;
using Google.Protobuf;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Import.Osm;

/// <summary>Small files with everything that is read, in both formats, and damaged ones.</summary>
public sealed class OsmFileTests : IDisposable
{
    private const string Small = """
        <?xml version='1.0' encoding='UTF-8'?>
        <osm version="0.6">
          <bounds minlat="42" minlon="1" maxlat="43" maxlon="2"/>
          <node id="1" lat="42.5" lon="1.5"/>
          <node id="2" lat="42.501" lon="1.5"><tag k="barrier" v="bollard"/></node>
          <node id="3" lat="42.502" lon="1.5"><tag k="highway" v="traffic_signals"/></node>
          <node id="-4" lat="42.5" lon="1.501"/>
          <node id="99" lat="42.5" lon="1.9"><tag k="shop" v="bakery"/></node>
          <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/><tag k="name" v="Carrer Major"/></way>
          <way id="11"><nd ref="1"/><nd ref="-4"/><tag k="highway" v="primary"/></way>
          <way id="12"><nd ref="1"/><nd ref="99"/><tag k="building" v="yes"/></way>
          <relation id="20">
            <member type="way" ref="11" role="from"/><member type="node" ref="1" role="via"/><member type="way" ref="10" role="to"/>
            <tag k="type" v="restriction"/><tag k="restriction" v="no_left_turn"/><tag k="except" v="psv;emergency"/>
          </relation>
          <relation id="21"><member type="way" ref="11" role="outer"/><tag k="type" v="multipolygon"/></relation>
        </osm>
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("small.osm")]
    [InlineData("small.osm.gz")]
    [InlineData("small.osm.pbf")]
    [InlineData("plain.osm.pbf")]
    public void Every_format_gives_the_same_roads(string name)
    {
        File.WriteAllBytes(_folder[name], name switch
        {
            "small.osm" => Encoding.UTF8.GetBytes(Small),
            "small.osm.gz" => Packed(Encoding.UTF8.GetBytes(Small)),
            _ => SmallPbf(dense: name == "small.osm.pbf"),
        });
        var roads = OsmRoads.Read(_folder[name]);
        roads.Ways.Select(w => (w.Id, string.Join(' ', w.Nodes), w.Tags["highway"])).ShouldBe([(10, "1 2 3", "residential"), (11, "1 -4", "primary")]);
        roads.Ways[0].Tags["name"].ShouldBe("Carrer Major");
        roads.Places.Keys.ShouldBe([1, 2, 3, -4], ignoreOrder: true);
        roads.Places[-4].Lon.ShouldBe(1.501, tolerance: 1e-9);
        roads.NodeTags[2]["barrier"].ShouldBe("bollard");
        roads.NodeTags.Keys.ShouldBe([2, 3], ignoreOrder: true);
        var turn = roads.Turns.ShouldHaveSingleItem();
        (turn.Kind, turn.From, turn.ViaNode, turn.To, string.Join(' ', turn.Except)).ShouldBe(("no_left_turn", 11, 1, 10, "psv emergency"));
    }

    [Theory]
    [InlineData("andorra.osm.pbf", 0.3)]
    [InlineData("andorra.osm.pbf", 0.9999)]
    [InlineData("monaco.osm.gz", 0.5)]
    [InlineData("campo-grande.osm.gz", 0.99)]
    public void A_file_cut_short_is_refused(string file, double share)
    {
        var bytes = File.ReadAllBytes(SharedData.Require("roads", file));
        File.WriteAllBytes(_folder[file], bytes[..(int)(bytes.Length * share)]);
        Should.Throw<CityInputException>(() => OsmRoads.Read(_folder[file])).File.ShouldBe(file);
    }

    /// <summary>Whatever byte is wrong: a network, or one message that names the file; never another fault, and never much memory.</summary>
    [Theory]
    [InlineData("andorra.osm.pbf", 150)]
    [InlineData("monaco.osm.gz", 60)]
    public void A_file_damaged_at_random_is_refused_or_read(string file, int rounds)
    {
        const int Seed = 4;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}");
        var chance = new Random(Seed);
        var whole = File.ReadAllBytes(SharedData.Require("roads", file));
        var refused = 0;
        for (var round = 0; round < rounds; round++)
        {
            var bytes = (byte[])whole.Clone();
            for (var i = chance.Next(1, 4); i > 0; i--)
                bytes[chance.Next(4) == 0 ? chance.Next(200) : chance.Next(bytes.Length)] = (byte)chance.Next(256);
            File.WriteAllBytes(_folder[file], bytes);
            try
            {
                RoadMaker.Make(OsmRoads.Read(_folder[file]), TravelProfiles.Standard.Profiles["emergency"], "AD", 0);
            }
            catch (CityInputException error)
            {
                error.File.ShouldBe(file);
                refused++;
            }
        }

        refused.ShouldBeGreaterThan(rounds / 2);
    }

    [Theory]
    [InlineData("x.osm.pbf", "<osm/>", "no OpenStreetMap PBF")]
    [InlineData("x.osm.pbf", "", "empty")]
    [InlineData("x.osm", "", "empty")]
    [InlineData("x.osm", "<html/>", "not <osm>")]
    [InlineData("x.osm.gz", "<osm/>", "not packed")]
    [InlineData("x.osm.bz2", "BZh", "bzip2")]
    [InlineData("x.osm", "<osm></osm>", "no roads")]
    [InlineData("x.osm", "<!DOCTYPE a [<!ENTITY b \"c\">]><osm>&b;</osm>", "DTD")]
    [InlineData("x.osm", "<osm><way id=\"one\"/></osm>", "line 1")]
    public void What_is_no_such_file_is_told_apart(string name, string content, string why)
    {
        File.WriteAllText(_folder[name], content);
        Should.Throw<CityInputException>(() => OsmRoads.Read(_folder[name])).Message.ShouldContain(why);
    }

    [Fact]
    public void A_block_that_swells_is_refused_before_it_does()
    {
        File.WriteAllBytes(_folder["a.osm.pbf"], [.. Block("OSMHeader", new HeaderBlock { RequiredFeatures = { "OsmSchema-V0.6" } }), .. Block("OSMData", new Blob { RawSize = 1 << 30, ZlibData = ByteString.CopyFrom(Zlib(new byte[1000])) })]);
        Should.Throw<CityInputException>(() => OsmRoads.Read(_folder["a.osm.pbf"])).Message.ShouldContain("unpacks to");
        File.WriteAllBytes(_folder["b.osm.pbf"], [.. Block("OSMHeader", new HeaderBlock { RequiredFeatures = { "OsmSchema-V0.6" } }), .. Block("OSMData", new Blob { RawSize = 1000, ZlibData = ByteString.CopyFrom(Zlib(new byte[50 << 20])) })]);
        Should.Throw<CityInputException>(() => OsmRoads.Read(_folder["b.osm.pbf"])).Message.ShouldContain("does not unpack to the length");
        File.WriteAllBytes(_folder["c.osm.pbf"], Block("OSMHeader", new HeaderBlock { RequiredFeatures = { "HistoricalInformation" } }));
        Should.Throw<CityInputException>(() => OsmRoads.Read(_folder["c.osm.pbf"])).Message.ShouldContain("HistoricalInformation");
    }

    private static byte[] SmallPbf(bool dense)
    {
        string[] strings = ["", "barrier", "bollard", "highway", "traffic_signals", "shop", "bakery", "residential", "name", "Carrer Major", "primary", "building", "yes", "from", "via", "to", "type", "restriction", "no_left_turn", "except", "psv;emergency"];
        uint Text(string text) => (uint)Array.IndexOf(strings, text);
        var block = new PrimitiveBlock { Stringtable = new StringTable { S = { strings.Select(ByteString.CopyFromUtf8) } } };
        (long Id, double Lat, double Lon, string[] Tags)[] nodes = [(1, 42.5, 1.5, []), (2, 42.501, 1.5, ["barrier", "bollard"]), (3, 42.502, 1.5, ["highway", "traffic_signals"]), (-4, 42.5, 1.501, []), (99, 42.5, 1.9, ["shop", "bakery"])];
        var group = new PrimitiveGroup();
        if (dense)
        {
            group.Dense = new DenseNodes();
            (long id, long lat, long lon) = (0, 0, 0);
            foreach (var node in nodes)
            {
                group.Dense.Id.Add(node.Id - id);
                group.Dense.Lat.Add((long)Math.Round(node.Lat * 1e7) - lat);
                group.Dense.Lon.Add((long)Math.Round(node.Lon * 1e7) - lon);
                (id, lat, lon) = (node.Id, (long)Math.Round(node.Lat * 1e7), (long)Math.Round(node.Lon * 1e7));
                group.Dense.KeysVals.Add([.. node.Tags.Select(t => (int)Text(t)), 0]);
            }
        }
        else
        {
            foreach (var node in nodes)
                group.Nodes.Add(new Node { Id = node.Id, Lat = (long)Math.Round(node.Lat * 1e7), Lon = (long)Math.Round(node.Lon * 1e7), Keys = { node.Tags.Where((_, i) => i % 2 == 0).Select(Text) }, Vals = { node.Tags.Where((_, i) => i % 2 == 1).Select(Text) } });
        }

        group.Ways.Add(new Way { Id = 10, Refs = { 1, 1, 1 }, Keys = { Text("highway"), Text("name") }, Vals = { Text("residential"), Text("Carrer Major") } });
        group.Ways.Add(new Way { Id = 11, Refs = { 1, -5 }, Keys = { Text("highway") }, Vals = { Text("primary") } });
        group.Ways.Add(new Way { Id = 12, Refs = { 1, 98 }, Keys = { Text("building") }, Vals = { Text("yes") } });
        group.Relations.Add(new Relation
        {
            Id = 20, RolesSid = { (int)Text("from"), (int)Text("via"), (int)Text("to") }, Memids = { 11, -10, 9 },
            Types_ = { Relation.Types.MemberType.Way, Relation.Types.MemberType.Node, Relation.Types.MemberType.Way },
            Keys = { Text("type"), Text("restriction"), Text("except") }, Vals = { Text("restriction"), Text("no_left_turn"), Text("psv;emergency") },
        });
        block.Primitivegroup.Add(group);
        return [.. Block("OSMHeader", new HeaderBlock { RequiredFeatures = { "OsmSchema-V0.6", "DenseNodes" } }), .. Block("OSMData", block)];
    }

    private static byte[] Block(string type, IMessage content)
    {
        var blob = (content as Blob ?? new Blob { RawSize = content.CalculateSize(), ZlibData = ByteString.CopyFrom(Zlib(content.ToByteArray())) }).ToByteArray();
        var header = new BlobHeader { Type = type, Datasize = blob.Length }.ToByteArray();
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, header.Length);
        return [.. length, .. header, .. blob];
    }

    private static byte[] Zlib(byte[] bytes) => Compressed(bytes, to => new ZLibStream(to, CompressionLevel.SmallestSize));

    private static byte[] Packed(byte[] bytes) => Compressed(bytes, to => new GZipStream(to, CompressionLevel.SmallestSize));

    private static byte[] Compressed(byte[] bytes, Func<Stream, Stream> zip)
    {
        using var packed = new MemoryStream();
        using (var stream = zip(packed))
            stream.Write(bytes);
        return packed.ToArray();
    }
}
