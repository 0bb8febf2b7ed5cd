using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CityGuard.Cities.Import.Osm.Wire;
using CityGuard.Domain.Geography;
using Google.Protobuf.Collections;

namespace CityGuard.Cities.Import.Osm;

/// <summary>OpenStreetMap PBF, read block by block.</summary>
internal static class OsmPbf
{
    // What the format promises, and what therefore bounds the memory that a damaged or hostile file can ask for.
    private const int MostHeaderBytes = 64 * 1024, MostBlockBytes = 32 * 1024 * 1024;
    private const double Nanodegree = 1e-9;
    private static readonly string[] _known = ["OsmSchema-V0.6", "DenseNodes"];

    public static void Read(Stream stream, string name, OsmVisitor visitor)
    {
        var first = true;
        while (Header(stream, name, first) is { } header)
        {
            if (first && header.Type != "OSMHeader")
                throw new CityInputException(name, "it does not begin as an OpenStreetMap PBF file");
            first = false;
            if (header.Datasize is < 0 or > MostBlockBytes)
                throw Damaged(name, $"a block of {header.Datasize} bytes");
            var blob = Blob.Parser.ParseFrom(Exactly(stream, header.Datasize, name));
            switch (header.Type)
            {
                case "OSMHeader":
                    if (HeaderBlock.Parser.ParseFrom(Inflated(blob, name)).RequiredFeatures.FirstOrDefault(f => !_known.Contains(f)) is { } feature)
                        throw new CityInputException(name, $"it needs the feature '{feature}', which is not known here");
                    break;
                case "OSMData":
                    new Block(PrimitiveBlock.Parser.ParseFrom(Inflated(blob, name)), name).Show(visitor);
                    break;
            }
        }

        if (first)
            throw new CityInputException(name, "it is empty");
    }

    private static BlobHeader? Header(Stream stream, string name, bool first)
    {
        var length = new byte[4];
        var read = stream.ReadAtLeast(length, 4, throwOnEndOfStream: false);
        if (read == 0)
            return null;
        if (read < 4)
            throw Short(name);
        var size = BinaryPrimitives.ReadInt32BigEndian(length);
        if (size is > 0 and <= MostHeaderBytes)
            return BlobHeader.Parser.ParseFrom(Exactly(stream, size, name));
        throw first ? new CityInputException(name, "it is no OpenStreetMap PBF file") : Damaged(name, "a block's header has no possible length");
    }

    private static byte[] Exactly(Stream stream, int count, string name)
    {
        var bytes = new byte[count];
        return stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false) == count ? bytes : throw Short(name);
    }

    private static byte[] Inflated(Blob blob, string name)
    {
        if (blob.ZlibData.IsEmpty)
            return blob.Raw.IsEmpty ? throw new CityInputException(name, "its blocks are packed in a way that is not read here; zlib is") : blob.Raw.ToByteArray();
        if (blob.RawSize is < 0 or > MostBlockBytes)
            throw Damaged(name, $"a block that unpacks to {blob.RawSize} bytes");
        var bytes = new byte[blob.RawSize];
        using var zlib = new ZLibStream(new MemoryStream(blob.ZlibData.ToByteArray()), CompressionMode.Decompress);
        if (zlib.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) != bytes.Length || zlib.ReadByte() >= 0)
            throw Damaged(name, "a block does not unpack to the length it names");
        return bytes;
    }

    private static CityInputException Short(string name) => new(name, "it is cut short");

    private static CityInputException Damaged(string name, string what) => new(name, "it is damaged: " + what);

    private sealed class Block
    {
        private readonly PrimitiveBlock _block;
        private readonly string _name;
        private readonly string[] _strings;
        private readonly double _step;

        public Block(PrimitiveBlock block, string name)
        {
            (_block, _name) = (block, name);
            _strings = [.. (block.Stringtable ?? new StringTable()).S.Select(s => s.ToString(Encoding.UTF8))];
            _step = block.Granularity == 0 ? 100 : block.Granularity;
        }

        public void Show(OsmVisitor visitor)
        {
            foreach (var group in _block.Primitivegroup)
            {
                if (visitor.WantsNodes)
                {
                    foreach (var node in group.Nodes)
                        visitor.Node(node.Id, Place(node.Lon, node.Lat), Tags(node.Keys, node.Vals));
                    if (group.Dense is { } dense)
                        Dense(dense, visitor);
                }

                if (!visitor.WantsWays)
                    continue;
                foreach (var way in group.Ways)
                    visitor.Way(way.Id, Sums(way.Refs), Tags(way.Keys, way.Vals));
                foreach (var relation in group.Relations)
                    visitor.Relation(relation.Id, Members(relation), Tags(relation.Keys, relation.Vals));
            }
        }

        private void Dense(DenseNodes dense, OsmVisitor visitor)
        {
            if (dense.Lat.Count != dense.Id.Count || dense.Lon.Count != dense.Id.Count)
                throw Damaged(_name, "a block has nodes without a place");
            long id = 0, lat = 0, lon = 0;
            var tag = 0;
            var none = new Dictionary<string, string>();
            for (var i = 0; i < dense.Id.Count; i++)
            {
                (id, lat, lon) = (id + dense.Id[i], lat + dense.Lat[i], lon + dense.Lon[i]);
                var tags = none;
                for (; tag < dense.KeysVals.Count && dense.KeysVals[tag] != 0; tag += 2)
                {
                    if (tag + 1 == dense.KeysVals.Count)
                        throw Damaged(_name, "a tag has no value");
                    if (tags.Count == 0)
                        tags = [];
                    tags[Text(dense.KeysVals[tag])] = Text(dense.KeysVals[tag + 1]);
                }

                tag++;
                visitor.Node(id, Place(lon, lat), tags);
            }
        }

        private GeoPoint Place(long lon, long lat)
        {
            var place = new GeoPoint((_block.LonOffset + (_step * lon)) * Nanodegree, (_block.LatOffset + (_step * lat)) * Nanodegree);
            return place.IsValid ? place : throw Damaged(_name, "a node lies outside the earth");
        }

        private Dictionary<string, string> Tags(RepeatedField<uint> keys, RepeatedField<uint> values)
        {
            if (keys.Count != values.Count)
                throw Damaged(_name, "a tag has no value");
            var tags = new Dictionary<string, string>(keys.Count);
            for (var i = 0; i < keys.Count; i++)
                tags[Text(keys[i])] = Text(values[i]);
            return tags;
        }

        private OsmMember[] Members(Relation relation)
        {
            var count = relation.Memids.Count;
            if (relation.RolesSid.Count != count || relation.Types_.Count != count)
                throw Damaged(_name, "a member of a relation has no type or role");
            var ids = Sums(relation.Memids);
            return [.. ids.Select((id, i) => new OsmMember((OsmKind)relation.Types_[i], id, Text(relation.RolesSid[i])))];
        }

        private static long[] Sums(RepeatedField<long> differences)
        {
            var sums = new long[differences.Count];
            long sum = 0;
            for (var i = 0; i < sums.Length; i++)
                sums[i] = sum += differences[i];
            return sums;
        }

        private string Text(long index) => index >= 0 && index < _strings.Length ? _strings[index] : throw Damaged(_name, "a text is missing");
    }
}
