namespace CityGuard.Cities.Package;

/// <summary>A city package cannot be read or written. The message is one line that a person can act on.</summary>
public sealed class CityPackageException : Exception
{
    public CityPackageException(string message)
        : base(message)
    {
    }

    public CityPackageException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
