using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;
using ReportBot.Bot.Storage;

namespace ReportBot.Bot.Hosting;

/// <summary>Keeps the keys of cookies and form tokens in the data folder, sealed under the key ring: with a vault behind the ring, a stolen folder signs nobody in.</summary>
internal sealed class SealedKeys(DataFolder folder, IDocumentCodec codec, ILoggerFactory loggers) : IConfigureOptions<KeyManagementOptions>
{
    /// <summary>The folder of the key files, beside the ring.</summary>
    public const string Folder = "data-protection";

    public void Configure(KeyManagementOptions options)
    {
        var path = Path.Combine(folder.Keys, Folder);
        DataFolder.Make(path);
        options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(path), loggers);
        options.XmlEncryptor = new SealedXml(codec);
    }
}

/// <summary>Seals the secret part of a key file under a data key of its own, which the ring wraps.</summary>
internal sealed class SealedXml(IDocumentCodec codec) : IXmlEncryptor
{
    internal static readonly DocumentBinding Binding = new("data-protection", "key", 0);

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        using var key = codec.NewKey();
        var document = key.Seal(Binding, Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new EncryptedXmlInfo(
            new XElement("sealed", new XElement("key", Convert.ToBase64String(key.Wrapped.Span)), new XElement("document", Convert.ToBase64String(document))),
            typeof(UnsealedXml));
    }
}

/// <summary>Opens what <see cref="SealedXml"/> sealed. Data protection makes it by its type's name, which is therefore a stored format.</summary>
internal sealed class UnsealedXml(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        using var key = services.GetRequiredService<IDocumentCodec>().OpenKey(Convert.FromBase64String(Part(encryptedElement, "key")));
        return XElement.Parse(Encoding.UTF8.GetString(key.Open(SealedXml.Binding, Convert.FromBase64String(Part(encryptedElement, "document")))));
    }

    private static string Part(XElement element, string name) =>
        element.Element(name)?.Value ?? throw new InvalidDataException("A key file in keys/data-protection is damaged.");
}
