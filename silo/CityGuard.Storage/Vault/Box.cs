using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CityGuard.Storage.Vault;

/// <summary>AES-GCM as it is stored: nonce, ciphertext, tag. The reference is authenticated with it, so no box opens under another's name.</summary>
internal static class Box
{
    public const int KeyLength = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>128 random bits: it tells nothing of what it refers to.</summary>
    public static string NewReference() => "x-" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public static byte[] Seal(ReadOnlySpan<byte> key, string reference, ReadOnlySpan<byte> plain)
    {
        var box = new byte[NonceLength + plain.Length + TagLength];
        var nonce = box.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceLength, plain.Length), box.AsSpan(^TagLength), Encoding.UTF8.GetBytes(reference));
        return box;
    }

    /// <exception cref="CryptographicException">Another key, another reference, or damaged bytes.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, string reference, ReadOnlySpan<byte> box)
    {
        if (box.Length < NonceLength + TagLength)
            throw new CryptographicException("too short for a sealed box");
        var plain = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(box[..NonceLength], box[NonceLength..^TagLength], box[^TagLength..], plain, Encoding.UTF8.GetBytes(reference));
        return plain;
    }
}
