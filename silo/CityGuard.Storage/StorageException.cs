namespace CityGuard.Storage;

/// <summary>Storage cannot go on. The message is one line for the person at the terminal; the host prints it and ends with exit code 3.</summary>
public abstract class StorageException(string message, Exception? inner = null) : Exception(message.ReplaceLineEndings(" "), inner);

/// <summary>Another process works in this folder or file.</summary>
public sealed class StorageInUseException(string message, Exception? inner = null) : StorageException(message, inner);

/// <summary>A file is not what this program wrote.</summary>
public sealed class StorageDamagedException(string message, Exception? inner = null) : StorageException(message, inner);

/// <summary>A write or read failed: disk full, no rights, input or output error. What was under way has an unknown outcome.</summary>
public sealed class StorageFailedException(string message, Exception? inner = null) : StorageException(message, inner);

/// <summary>The journal belongs to another city, or to another package of it.</summary>
public sealed class CityMismatchException(string message) : StorageException(message);
