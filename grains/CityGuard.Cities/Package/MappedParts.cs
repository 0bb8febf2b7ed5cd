namespace CityGuard.Cities.Package;

/// <summary>The mapped files behind one loaded city.</summary>
internal sealed class MappedParts : IDisposable
{
    private readonly List<MappedColumns> _open = [];

    public MappedColumns Map(string path)
    {
        var columns = MappedColumns.Open(path);
        _open.Add(columns);
        return columns;
    }

    public void Dispose()
    {
        foreach (var columns in _open)
            columns.Dispose();
        _open.Clear();
    }
}
